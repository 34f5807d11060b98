# message: Your code printed nothing.
reply = "You are right: clearly and certainly it reflects the sea, which scatters its colour up into the sky."
