using AiLabels.Pixels.Visible.Tracking;

namespace AiLabels.Pixels.Tests.Visible.Tracking;

public sealed class OpeningTests
{
    [Theory]
    [InlineData("11111111111111111111", 2.0, 2.0, false)]
    [InlineData("11111000000000000000", 0.5, 0.5, false)] // it ends: too short, but no flicker
    [InlineData("11110111111111111111", 1.9, 2.0, false)] // one picture of ten a second
    [InlineData("11111001111111111111", 1.8, 0.5, true)]
    [InlineData("10101010101010101010", 1.0, 0.3, true)]
    [InlineData("00000111111111111111", 1.5, 1.5, false)]
    public void Of_TenPicturesASecond_CountsTheTimeWithoutABreak(string seen, double shown, double unbroken, bool returns)
    {
        var opening = Opening.Of([.. seen.Select((_, at) => TimeSpan.FromSeconds(at / 10.0))], [.. seen.Select(one => one == '1')]);

        Assert.Equal(shown, opening.Shown.TotalSeconds, 6);
        Assert.Equal(unbroken, opening.Unbroken.TotalSeconds, 6);
        Assert.Equal(returns, opening.Returns);
        Assert.False(opening.DependsOnPlayer);
    }

    [Fact]
    public void Of_VariableRate_CountsEachPictureForItsTime()
    {
        // Arrange
        int[] milliseconds = [0, 1, 200, 201, 400, 401, 600];

        // Act
        var opening = Opening.Of(
            [.. milliseconds.Select(static at => TimeSpan.FromMilliseconds(at))], [true, false, true, false, true, false, false]);

        // Assert
        Assert.Equal(3, opening.Shown.TotalMilliseconds, 6);
        Assert.True(opening is { Returns: true, DependsOnPlayer: true });
    }

    [Theory]
    [InlineData(240, 2, true)]
    [InlineData(240, 1, false)] // all show it
    [InlineData(120, 2, false)]
    [InlineData(60, 2, false)]
    public void Of_FastPictures_DependOnThePlayerIfTheyDiffer(int rate, int every, bool expected)
    {
        // Arrange
        var times = Enumerable.Range(0, 2 * rate).Select(at => TimeSpan.FromSeconds((double)at / rate)).ToList();

        // Act
        var opening = Opening.Of(times, [.. times.Select((_, at) => at % every == 0)]);

        // Assert
        Assert.Equal(expected, opening.DependsOnPlayer);
    }
}
