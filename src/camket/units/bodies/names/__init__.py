"""Names of bodies: taken apart into post, organ, head and unit, and what each can mean on a day."""
