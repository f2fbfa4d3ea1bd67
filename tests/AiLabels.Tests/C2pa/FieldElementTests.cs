using System.Numerics;
using AiLabels.C2pa.EdDsa;

namespace AiLabels.Tests.C2pa;

/// <summary>Every operation against numbers of any size, which cannot overflow.</summary>
public sealed class FieldElementTests
{
    private static readonly BigInteger P = FieldElement.Prime;

    [Fact]
    public void Operators_RandomAndExtremeNumbers_AgreeWithBigInteger()
    {
        var random = new Random(7);
        var numbers =
            Enumerable.Range(0, 200).Select(_ => Draw(random))
                .Concat([0, 1, 18, 19, 20, P - 1, P - 2, P - 19, P >> 1, BigInteger.Pow(2, 254)]).ToList();

        foreach (var (a, b) in numbers.Zip(numbers.AsEnumerable().Reverse()))
        {
            var (x, y) = (FieldElement.Of(a), FieldElement.Of(b));
            Assert.Equal((a + b) % P, Value(x + y));
            Assert.Equal((a - b + P) % P, Value(x - y));
            Assert.Equal((P - a) % P, Value(-x));
            Assert.Equal(a * b % P, Value(x * y));
            Assert.Equal(!a.IsEven, x.IsOdd);
        }
    }

    [Fact]
    public void Operators_LongComputation_NeverOverflowsALimb()
    {
        var expected = P - 1;
        var actual = FieldElement.Of(expected);
        var other = FieldElement.Of(P - 19);
        for (var i = 0; i < 10_000; i++)
        {
            actual = (actual * (actual + actual)) - (other - actual);
            expected = (((2 * expected * expected) - (P - 19) + expected) % P + P) % P;
        }

        Assert.Equal(expected, Value(actual));
    }

    [Fact]
    public void Power_InverseExponent_Inverts()
    {
        var x = FieldElement.Of(Draw(new Random(11)));

        Assert.Equal(BigInteger.One, Value(x * x.Power(P - 2)));
    }

    private static BigInteger Draw(Random random)
    {
        var bytes = new byte[FieldElement.Length];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) % P;
    }

    private static BigInteger Value(FieldElement element)
    {
        var bytes = new byte[FieldElement.Length];
        element.Encode(bytes);
        return new BigInteger(bytes, isUnsigned: true);
    }
}
