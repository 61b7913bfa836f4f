"""登记证书 as one sees it: sets and their sheets, blank stock, printers, templates, proof."""
