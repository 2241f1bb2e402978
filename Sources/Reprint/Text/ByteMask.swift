#if hasFeature(BuiltinModule)
  import Builtin
#endif

/// What holds of bytes in a row, one bit a byte, the first byte in the lowest bit.
enum ByteMask {
  /// The sign bits of 16 bytes: where a comparison held, or which bytes are 0x80 or more.
  ///
  /// One instruction on x86, which Swift has no name for; without the compiler's own module two multiplications.
  @inline(__always)
  static func signs(_ bytes: SIMD16<Int8>) -> UInt64 {
    #if hasFeature(BuiltinModule)
      let zero = SIMD16<Int8>(repeating: 0)
      let isNegative = Builtin.cmp_slt_Vec16xInt8(bytes._storage._value, zero._storage._value)
      return UInt64(UInt16(Builtin.bitcast_Vec16xInt1_Int16(isNegative)))
    #else
      return signsByMultiplication(bytes)
    #endif
  }

  /// The same for any compiler.
  @inline(__always)
  static func signsByMultiplication(_ bytes: SIMD16<Int8>) -> UInt64 {
    let lanes = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let gather: UInt64 = 0x0102_0408_1020_4080
    let low = ((lanes[0] &>> 7 & ones) &* gather) &>> 56
    let high = ((lanes[1] &>> 7 & ones) &* gather) &>> 56
    return low | high &<< 8
  }

  /// The same for 64 bytes, of which `test` is given 16 after the other: it sets the sign bits of those that are meant.
  @inline(__always)
  static func ofBlock(
    at position: UnsafePointer<UInt8>, where test: (_ bytes: SIMD16<Int8>) -> SIMD16<Int8>
  ) -> UInt64 {
    let raw = UnsafeRawPointer(position)
    @inline(__always)
    func quarter(_ index: Int) -> UInt64 {
      signs(test(raw.loadUnaligned(fromByteOffset: 16 * index, as: SIMD16<Int8>.self)))
    }
    let low = quarter(0) | quarter(1) &<< 16
    return low | quarter(2) &<< 32 | quarter(3) &<< 48
  }

  /// A comparison's lanes: all bits set where it held.
  @inline(__always)
  static func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<Int8> {
    unsafeBitCast(mask, to: SIMD16<Int8>.self)
  }
}
