"""What every office follows: areas, dated rules, roles, workflows, work days and clocks."""
