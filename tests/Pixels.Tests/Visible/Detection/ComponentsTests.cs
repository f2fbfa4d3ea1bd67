using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible.Detection;

public sealed class ComponentsTests
{
    [Fact]
    public void Of_AreasThatTouch_AreOneComponent()
    {
        // Arrange
        var plane = Drawn(
            "#...#..",
            "#...#.#",
            "####...",
            ".......",
            ".##....");

        // Act
        var components = Components.Of(plane, 255).OrderBy(static component => component.Box.X).ThenBy(static component => component.Box.Y);

        // Assert
        Assert.Equal([new(new Box(0, 0, 5, 3), 8), new(new Box(1, 4, 2, 1), 2), new(new Box(6, 1, 1, 1), 1)], components);
    }

    [Fact]
    public void Of_PlaneBelowTheThreshold_IsNothing() => Assert.Empty(Components.Of(Drawn("...", "..."), 1));

    private static Plane Drawn(params string[] rows) =>
        new(rows[0].Length, rows.Length,
            [.. rows.SelectMany(static row => row.Select(static sample => sample == '#' ? byte.MaxValue : byte.MinValue))]);
}
