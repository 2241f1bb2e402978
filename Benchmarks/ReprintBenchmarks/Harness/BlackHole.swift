/// Makes the compiler believe that a value is needed.
@inline(never) @_optimize(none)
func blackHole(_ value: UInt64) {}
