"""A simulated clinic: patients with courses drawn from published rates, cared for by the real services."""
