using System.Numerics;
using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Audio;

/// <summary>Levels of audio over time and frequency, in decibels below full scale.</summary>
internal sealed class Spectrogram
{
    /// <summary>Number of frequencies, every 50 Hz from 300 Hz.</summary>
    public const int Bins = 62;

    private const double Lowest = 300;
    private const double BinWidth = 50;

    /// <summary>A window of 20 ms resolves tones 100 Hz apart and marks of 40 ms.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Level used for digital silence, which has none.</summary>
    private const float Silence = 1e-9f;

    private readonly float[][] _levels;

    private Spectrogram(float[][] levels) => _levels = levels;

    public static TimeSpan Step { get; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Returns the frequency of a bin in hertz.</summary>
    public static double Frequency(int bin) => Lowest + (bin * BinWidth);

    /// <summary>Returns the level at each step, from the window around it.</summary>
    public ReadOnlySpan<float> Levels(int bin) => _levels[bin];

    /// <summary>Returns the mean level of a segment; silence for a frequency outside the range.</summary>
    public double Mean(int bin, int from, int to)
    {
        if (bin < 0 || bin >= Bins || to <= from)
        {
            return 10 * Math.Log10(Silence);
        }

        double sum = 0;
        foreach (var level in _levels[bin].AsSpan(from, to - from))
        {
            sum += level;
        }

        return sum / (to - from);
    }

    public static Spectrogram Of(Sound sound)
    {
        var (window, step) = ((int)(sound.SampleRate * Window.TotalSeconds), (int)(sound.SampleRate * Step.TotalSeconds));
        var steps = sound.Samples.Length < window ? 0 : ((sound.Samples.Length - window) / step) + 1;
        var levels = new float[Bins][];
        for (var bin = 0; bin < Bins; bin++)
        {
            var (cosine, sine) = Wave(Frequency(bin), sound.SampleRate, window);
            levels[bin] = new float[steps];
            for (var at = 0; at < steps; at++)
            {
                levels[bin][at] = Level(sound.Samples.Span.Slice(at * step, window), cosine, sine);
            }
        }

        return new(levels);
    }

    private static float Level(ReadOnlySpan<float> samples, float[] cosine, float[] sine)
    {
        var (real, imaginary) = (Product(samples, cosine), Product(samples, sine));
        return 10 * MathF.Log10((real * real) + (imaginary * imaginary) + Silence);
    }

    private static float Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var (sums, i) = (Vector<float>.Zero, 0);
        for (; i <= one.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(one[i..]) * new Vector<float>(other[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    /// <summary>Returns a wave under a Hann window; a full-scale tone gives 0 dB.</summary>
    private static (float[] Cosine, float[] Sine) Wave(double frequency, int sampleRate, int length)
    {
        var (cosine, sine) = (new float[length], new float[length]);
        for (var i = 0; i < length; i++)
        {
            var weight = (1 - Math.Cos(2 * Math.PI * (i + 0.5) / length)) * 2 / length;
            var phase = 2 * Math.PI * frequency * i / sampleRate;
            (cosine[i], sine[i]) = ((float)(weight * Math.Cos(phase)), (float)(weight * Math.Sin(phase)));
        }

        return (cosine, sine);
    }
}
