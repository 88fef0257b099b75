"""What was publicly said, by whom, when, and where does it stand?"""
