using System.Numerics;

namespace AiLabels.C2pa.EdDsa;

/// <summary>A point of edwards25519 in extended homogeneous coordinates (RFC 8032, section 5.1.4): x = X/Z, y = Y/Z, x*y = T/Z.</summary>
internal readonly record struct EdwardsPoint(FieldElement X, FieldElement Y, FieldElement Z, FieldElement T)
{
    private static readonly BigInteger P = FieldElement.Prime;
    private static readonly FieldElement D = FieldElement.Of(-121665 * BigInteger.ModPow(121666, P - 2, P));
    private static readonly FieldElement TwiceD = D + D;
    private static readonly FieldElement SquareRootOfMinusOne = FieldElement.Of(BigInteger.ModPow(2, (P - 1) / 4, P));

    private static EdwardsPoint Neutral => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>The base point B: y = 4/5, x even.</summary>
    public static EdwardsPoint Base { get; } = FromY(FieldElement.Of(4 * BigInteger.ModPow(5, P - 2, P)), xIsOdd: false)!.Value;

    /// <summary>
    /// Decodes 32 bytes: y little-endian, its highest bit the lowest bit of x. Null for bytes that encode no point, or not canonically.
    /// </summary>
    public static EdwardsPoint? Decode(ReadOnlySpan<byte> encoded)
    {
        var value = new BigInteger(encoded, isUnsigned: true);
        var xIsOdd = value >> 255 == 1;
        return value - (xIsOdd ? BigInteger.Pow(2, 255) : 0) < P ? FromY(FieldElement.Decode(encoded), xIsOdd) : null;
    }

    public EdwardsPoint Negate() => new(-X, Y, Z, -T);

    /// <summary>Complete addition formulas of RFC 8032, section 5.1.4.</summary>
    public EdwardsPoint Add(EdwardsPoint other)
    {
        var a = (Y - X) * (other.Y - other.X);
        var b = (Y + X) * (other.Y + other.X);
        var c = T * other.T * TwiceD;
        var d = Z * (other.Z + other.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new(e * f, g * h, f * g, e * h);
    }

    public EdwardsPoint Multiply(BigInteger scalar)
    {
        var (sum, power) = (Neutral, this);
        for (var rest = scalar; rest > 0; rest >>= 1)
        {
            sum = rest.IsEven ? sum : sum.Add(power);
            power = power.Add(power);
        }

        return sum;
    }

    public bool IsSameAs(EdwardsPoint other) => (X * other.Z).IsSameAs(other.X * Z) && (Y * other.Z).IsSameAs(other.Y * Z);

    /// <summary>Recovers x (RFC 8032, section 5.1.3): x² = (y² - 1) / (d y² + 1).</summary>
    private static EdwardsPoint? FromY(FieldElement y, bool xIsOdd)
    {
        var square = ((y * y) - FieldElement.One) * ((D * y * y) + FieldElement.One).Power(P - 2);
        var x = square.Power((P + 3) / 8);
        x = (x * x).IsSameAs(square) ? x : x * SquareRootOfMinusOne;
        if (!(x * x).IsSameAs(square) || (x.IsSameAs(FieldElement.Zero) && xIsOdd))
        {
            return null;
        }

        x = x.IsOdd == xIsOdd ? x : -x;
        return new(x, y, FieldElement.One, x * y);
    }
}
