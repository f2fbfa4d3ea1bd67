using System.Text;

namespace AiLabels.Pixels.Visible.Recognition;

/// <param name="Text">As read. Untrusted: escape wherever shown.</param>
/// <param name="Confidence">Mean probability of its letters, 0 to 1.</param>
internal sealed record RecognizedText(string Text, double Confidence)
{
    private const string Space = " ";

    /// <summary>Probability of a space between two letters: the recognizer, trained on Chinese, is seldom sure of one.</summary>
    private const float LeastSpace = 0.1f;

    /// <summary>
    /// Decodes what the recognizer returns (connectionist temporal classification): the most probable class of each step, of which
    /// repetitions are one letter and the first is none; the last is a space.
    /// </summary>
    /// <param name="steps">Probabilities of all classes, step by step.</param>
    public static RecognizedText Decode(ReadOnlySpan<float> steps, int classes, IReadOnlyList<string> characters)
    {
        var (text, sum, count, last, space) = (new StringBuilder(), 0.0, 0, 0, 0f);
        for (; steps.Length >= classes; steps = steps[classes..])
        {
            var best = Largest(steps[..classes]);
            space = Math.Max(space, steps[classes - 1]);
            if (best != 0 && best != last && characters[best] is var letter && letter != Space)
            {
                text.Append(space >= LeastSpace && text.Length > 0 ? Space : "").Append(letter);
                (sum, count, space) = (sum + steps[best], count + 1, 0);
            }

            last = best;
        }

        return new(text.ToString(), count == 0 ? 0 : sum / count);
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
