import ReprintPlatform

exit(BenchmarkCommand.run(Array(CommandLine.arguments.dropFirst())))
