using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AiLabels.C2pa.EdDsa;

/// <summary>
/// A number modulo p = 2^255 - 19, in five limbs of 51 bits. Limbs may exceed that by a little; only <see cref="Encode"/> reduces wholly.
/// </summary>
/// <remarks>A store may hold hundreds of signatures, and numbers of any size take a hundred times as long.</remarks>
internal readonly record struct FieldElement
{
    public const int Length = 32;

    private const int LimbBits = 51;
    private const ulong LimbMask = (1UL << LimbBits) - 1;

    private readonly ulong _l0;
    private readonly ulong _l1;
    private readonly ulong _l2;
    private readonly ulong _l3;
    private readonly ulong _l4;

    private FieldElement(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4) => (_l0, _l1, _l2, _l3, _l4) = (l0, l1, l2, l3, l4);

    public static FieldElement Zero => default;

    public static FieldElement One { get; } = new(1, 0, 0, 0, 0);

    public static BigInteger Prime { get; } = BigInteger.Pow(2, 255) - 19;

    public static FieldElement Of(BigInteger value)
    {
        Span<byte> encoded = stackalloc byte[Length];
        var rest = value % Prime;
        (rest.Sign < 0 ? rest + Prime : rest).TryWriteBytes(encoded, out _, isUnsigned: true);
        return Decode(encoded);
    }

    /// <summary>32 bytes, little-endian; the highest bit is ignored.</summary>
    public static FieldElement Decode(ReadOnlySpan<byte> encoded)
    {
        var w0 = BinaryPrimitives.ReadUInt64LittleEndian(encoded);
        var w1 = BinaryPrimitives.ReadUInt64LittleEndian(encoded[8..]);
        var w2 = BinaryPrimitives.ReadUInt64LittleEndian(encoded[16..]);
        var w3 = BinaryPrimitives.ReadUInt64LittleEndian(encoded[24..]);
        return new(
            w0 & LimbMask,
            ((w0 >> 51) | (w1 << 13)) & LimbMask,
            ((w1 >> 38) | (w2 << 26)) & LimbMask,
            ((w2 >> 25) | (w3 << 39)) & LimbMask,
            (w3 >> 12) & LimbMask);
    }

    /// <summary>32 bytes, little-endian, below p.</summary>
    public void Encode(Span<byte> encoded)
    {
        var value = Carry(_l0, _l1, _l2, _l3, _l4);

        // One p is left to take away exactly when adding 19 carries out of 255 bits.
        var excess = (value._l0 + 19) >> LimbBits;
        excess = (value._l1 + excess) >> LimbBits;
        excess = (value._l2 + excess) >> LimbBits;
        excess = (value._l3 + excess) >> LimbBits;
        excess = (value._l4 + excess) >> LimbBits;
        var l0 = value._l0 + (19 * excess);
        var l1 = value._l1 + (l0 >> LimbBits);
        var l2 = value._l2 + (l1 >> LimbBits);
        var l3 = value._l3 + (l2 >> LimbBits);
        var l4 = value._l4 + (l3 >> LimbBits);
        (l0, l1, l2, l3, l4) = (l0 & LimbMask, l1 & LimbMask, l2 & LimbMask, l3 & LimbMask, l4 & LimbMask);

        BinaryPrimitives.WriteUInt64LittleEndian(encoded, l0 | (l1 << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(encoded[8..], (l1 >> 13) | (l2 << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(encoded[16..], (l2 >> 26) | (l3 << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(encoded[24..], (l3 >> 39) | (l4 << 12));
    }

    public bool IsSameAs(FieldElement other)
    {
        Span<byte> left = stackalloc byte[Length];
        Span<byte> right = stackalloc byte[Length];
        Encode(left);
        other.Encode(right);
        return left.SequenceEqual(right);
    }

    public bool IsOdd
    {
        get
        {
            Span<byte> encoded = stackalloc byte[Length];
            Encode(encoded);
            return (encoded[0] & 1) == 1;
        }
    }

    public static FieldElement operator +(FieldElement a, FieldElement b) =>
        Carry(a._l0 + b._l0, a._l1 + b._l1, a._l2 + b._l2, a._l3 + b._l3, a._l4 + b._l4);

    /// <summary>Four times p is added first, so that no limb falls below zero.</summary>
    public static FieldElement operator -(FieldElement a, FieldElement b)
    {
        const ulong FirstLimb = 4 * ((1UL << LimbBits) - 19);
        const ulong OtherLimb = 4 * LimbMask;
        return Carry(a._l0 + FirstLimb - b._l0, a._l1 + OtherLimb - b._l1, a._l2 + OtherLimb - b._l2, a._l3 + OtherLimb - b._l3,
            a._l4 + OtherLimb - b._l4);
    }

    public static FieldElement operator -(FieldElement a) => Zero - a;

    /// <summary>
    /// What stands above 255 bits comes back 19 times, because 2^255 = 19. One signature multiplies seven thousand times: too soon for the
    /// runtime to notice.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static FieldElement operator *(FieldElement a, FieldElement b)
    {
        var (b1, b2, b3, b4) = (19 * b._l1, 19 * b._l2, 19 * b._l3, 19 * b._l4);
        var r0 = Wide(a._l0, b._l0) + Wide(a._l1, b4) + Wide(a._l2, b3) + Wide(a._l3, b2) + Wide(a._l4, b1);
        var r1 = Wide(a._l0, b._l1) + Wide(a._l1, b._l0) + Wide(a._l2, b4) + Wide(a._l3, b3) + Wide(a._l4, b2);
        var r2 = Wide(a._l0, b._l2) + Wide(a._l1, b._l1) + Wide(a._l2, b._l0) + Wide(a._l3, b4) + Wide(a._l4, b3);
        var r3 = Wide(a._l0, b._l3) + Wide(a._l1, b._l2) + Wide(a._l2, b._l1) + Wide(a._l3, b._l0) + Wide(a._l4, b4);
        var r4 = Wide(a._l0, b._l4) + Wide(a._l1, b._l3) + Wide(a._l2, b._l2) + Wide(a._l3, b._l1) + Wide(a._l4, b._l0);
        r1 += r0 >> LimbBits;
        r2 += r1 >> LimbBits;
        r3 += r2 >> LimbBits;
        r4 += r3 >> LimbBits;
        return Carry(
            ((ulong)r0 & LimbMask) + (19 * (ulong)(r4 >> LimbBits)), (ulong)r1 & LimbMask, (ulong)r2 & LimbMask, (ulong)r3 & LimbMask,
                (ulong)r4 & LimbMask);
    }

    public FieldElement Power(BigInteger exponent)
    {
        var (result, power) = (One, this);
        for (var rest = exponent; rest > 0; rest >>= 1)
        {
            result = rest.IsEven ? result : result * power;
            power *= power;
        }

        return result;
    }

    private static UInt128 Wide(ulong a, ulong b) => Math.BigMul(a, b);

    private static FieldElement Carry(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4)
    {
        l1 += l0 >> LimbBits;
        l2 += l1 >> LimbBits;
        l3 += l2 >> LimbBits;
        l4 += l3 >> LimbBits;
        l0 = (l0 & LimbMask) + (19 * (l4 >> LimbBits));
        l1 = (l1 & LimbMask) + (l0 >> LimbBits);
        return new(l0 & LimbMask, l1, l2 & LimbMask, l3 & LimbMask, l4 & LimbMask);
    }
}
