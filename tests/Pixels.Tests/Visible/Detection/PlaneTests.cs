using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Tests.Visible.Detection;

public sealed class PlaneTests
{
    [Theory]
    [InlineData(0, new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(1, new byte[] { 1, 1, 2, 4, 4, 5 })]
    [InlineData(-1, new byte[] { 2, 3, 3, 5, 6, 6 })]
    [InlineData(3, new byte[] { 1, 1, 1, 4, 4, 4 })]
    [InlineData(-100, new byte[] { 3, 3, 3, 6, 6, 6 })]
    public void Shifted_Across_RepeatsTheBorder(int across, byte[] expected) =>
        Assert.Equal(expected, new Plane(3, 2, [1, 2, 3, 4, 5, 6]).Shifted(across).Samples);
}
