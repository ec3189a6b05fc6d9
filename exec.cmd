@rem What "exec" in package.json means to the Windows shell, which has no such word: run what follows. See build/README.md.
@%*
