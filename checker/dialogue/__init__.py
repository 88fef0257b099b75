"""What people type in a session, what they mean by it, and what they are told."""
