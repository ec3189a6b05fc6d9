// Loaded with `--import` into a desk that a start script runs: when that script is killed outright, the desk stops as if asked to,
// instead of living on with the folder locked.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
