using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Pixels.Tests.Visible.Recognition;

public sealed class RecognizedTextTests
{
    private static readonly string[] Characters = ["", "A", "I", "生", " "];

    [Fact]
    public void Decode_RepeatedClasses_AreOneLetterUnlessAGapIsBetween()
    {
        var read = RecognizedText.Decode(Steps(1, 1, 0, 1, 2, 2, 0, 3), Characters.Length, Characters);

        Assert.Equal("AAI生", read.Text);
        Assert.Equal(0.9, read.Confidence, 0.001);
    }

    [Fact]
    public void Decode_GapsAlone_AreNoText()
    {
        var read = RecognizedText.Decode(Steps(0, 0, 0), Characters.Length, Characters);

        Assert.Equal(new RecognizedText("", 0), read);
    }

    [Fact]
    public void Decode_OutputThatEndsWithinAStep_IsReadToTheStepBefore() =>
        Assert.Equal("I", RecognizedText.Decode(Steps(2, 3).AsSpan(..^1), Characters.Length, Characters).Text);

    [Fact]
    public void Decode_SpaceOfSomeProbability_IsBetweenLettersAlone()
    {
        // Arrange
        var steps = Steps(4, 1, 0, 2, 4);
        steps[(2 * Characters.Length) + 4] = 0.3f;

        // Act
        var read = RecognizedText.Decode(steps, Characters.Length, Characters);

        // Assert
        Assert.Equal("A I", read.Text);
        Assert.Equal(0.9, read.Confidence, 0.001);
    }

    /// <summary>Steps of which each has one class of 0.9.</summary>
    private static float[] Steps(params int[] classes) =>
        [.. classes.SelectMany(step => Enumerable.Range(0, Characters.Length).Select(index => index == step ? 0.9f : 0.01f))];
}
