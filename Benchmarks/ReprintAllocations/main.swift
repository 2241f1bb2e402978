// reprint-allocations: what sketching takes of the heap.
//
// Without arguments it sketches documents where nothing can be allocated, and prints how many it did. With --allocate it
// allocates for each, as a trial: that must end it. With --memory it prints how many bytes a kept sketch takes.

let arguments = CommandLine.arguments
if !ExhaustedHeap.works {
  print("unsupported")
} else if arguments.contains("--memory") {
  TableMemory.run()
} else {
  SketchingAllocations.run(allocating: arguments.contains("--allocate"))
}
