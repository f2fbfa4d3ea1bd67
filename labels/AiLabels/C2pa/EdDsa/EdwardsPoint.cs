using System.Numerics;

namespace AiLabels.C2pa.EdDsa;

/// <summary>A point of edwards25519 in extended homogeneous coordinates (RFC 8032, section 5.1.4): x = X/Z, y = Y/Z, x*y = T/Z.</summary>
internal readonly record struct EdwardsPoint(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger D = Mod(-121665 * BigInteger.ModPow(121666, P - 2, P));
    private static readonly BigInteger SquareRootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);

    private static EdwardsPoint Neutral => new(0, 1, 1, 0);

    /// <summary>The base point B: y = 4/5, x even.</summary>
    public static EdwardsPoint Base { get; } = FromY(Mod(4 * BigInteger.ModPow(5, P - 2, P)), xIsOdd: false)!.Value;

    /// <summary>Decodes 32 bytes: y little-endian, its highest bit the lowest bit of x. Null for bytes that encode no point, or not canonically.</summary>
    public static EdwardsPoint? Decode(ReadOnlySpan<byte> encoded)
    {
        var value = new BigInteger(encoded, isUnsigned: true);
        var y = value & (BigInteger.Pow(2, 255) - 1);
        return y < P ? FromY(y, xIsOdd: value >> 255 == 1) : null;
    }

    public EdwardsPoint Negate() => new(Mod(-X), Y, Z, Mod(-T));

    /// <summary>Complete addition formulas of RFC 8032, section 5.1.4.</summary>
    public EdwardsPoint Add(EdwardsPoint other)
    {
        var a = Mod((Y - X) * (other.Y - other.X));
        var b = Mod((Y + X) * (other.Y + other.X));
        var c = Mod(2 * T * other.T * D);
        var d = Mod(2 * Z * other.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
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

    public bool IsSameAs(EdwardsPoint other) => Mod((X * other.Z) - (other.X * Z)).IsZero && Mod((Y * other.Z) - (other.Y * Z)).IsZero;

    /// <summary>Recovers x (RFC 8032, section 5.1.3): x² = (y² - 1) / (d y² + 1).</summary>
    private static EdwardsPoint? FromY(BigInteger y, bool xIsOdd)
    {
        var square = Mod(((y * y) - 1) * BigInteger.ModPow(Mod((D * y * y) + 1), P - 2, P));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        x = Mod(x * x) == square ? x : Mod(x * SquareRootOfMinusOne);
        if (Mod(x * x) != square || (x.IsZero && xIsOdd))
        {
            return null;
        }

        x = x.IsEven == xIsOdd ? P - x : x;
        return new(x, y, 1, Mod(x * y));
    }

    private static BigInteger Mod(BigInteger value)
    {
        var rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }
}
