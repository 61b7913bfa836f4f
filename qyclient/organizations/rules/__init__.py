"""What the law and the forms say of a body: closed lists, and checks."""
