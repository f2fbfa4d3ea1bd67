using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Tests.Visible.Detection;

public sealed class VectorOpsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(100)]
    [InlineData(803)]
    public void Sums_OfAnyLength_AreThoseOfEachSample(int length)
    {
        // Arrange
        var (row, other) = (new byte[length], new byte[length]);
        new Random(length).NextBytes(row);
        Array.Fill(other, byte.MaxValue);
        row.AsSpan(0, length / 2).Fill(byte.MaxValue);

        // Act
        var sums = VectorOps.Sums(row, other);

        // Assert
        Assert.Equal((row.Sum(one => (long)one), row.Sum(one => (long)one * one), row.Sum(one => (long)one * byte.MaxValue)), sums);
    }
}
