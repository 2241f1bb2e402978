import ReprintCommand
import ReprintPlatform

exit(ReprintCommand.run(Array(CommandLine.arguments.dropFirst())))
