using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Tests.Audio;

/// <summary>Synthesized audio, one channel at 8 kHz.</summary>
internal static class Signals
{
    public const int Rate = 8000;

    /// <summary>Morse with the given seconds per dot: dots, dashes, a space between letters, a slash between words.</summary>
    public static float[] Morse(string code, double frequency, double dot, double level, double at, double seconds)
    {
        var sound = new float[(int)(seconds * Rate)];
        foreach (var sign in code)
        {
            var length = sign switch { '.' => 1, '-' => 3, ' ' => 2, _ => 6 };
            if (sign is '.' or '-')
            {
                Add(sound, Tone(frequency, level, length * dot), at);
                length++;
            }

            at += length * dot;
        }

        return sound;
    }

    /// <summary>A tone that rises and falls within 3 ms, as players key it.</summary>
    public static float[] Tone(double frequency, double level, double seconds)
    {
        var tone = new float[(int)(seconds * Rate)];
        for (var i = 0; i < tone.Length; i++)
        {
            var slope = Math.Min(1, Math.Min(i + 1, tone.Length - i) / (0.003 * Rate));
            tone[i] = (float)(level * slope * Math.Sin(2 * Math.PI * frequency * i / Rate));
        }

        return tone;
    }

    /// <summary>A note that fades, as of strings and keyboards.</summary>
    public static float[] Note(double frequency, double level, double seconds)
    {
        var note = new float[(int)(seconds * Rate)];
        for (var i = 0; i < note.Length; i++)
        {
            var time = (double)i / Rate;
            note[i] = (float)(level * Math.Exp(-3 * time) * Enumerable.Range(1, 4)
                .Sum(partial => Math.Sin(2 * Math.PI * frequency * partial * time) / partial));
        }

        return note;
    }

    public static float[] Noise(double level, double seconds, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(_ => (float)(level * ((2 * random.NextDouble()) - 1)))];
    }

    /// <summary>Consecutive notes of a scale, some held, some with rests between.</summary>
    public static float[] Melody(double level, double seconds, int seed)
    {
        var random = new Random(seed);
        var melody = new float[(int)(seconds * Rate)];
        for (var at = 0.0; at < seconds;)
        {
            var length = 0.15 * random.Next(1, 5);
            var frequency = 330 * Math.Pow(2, random.Next(0, 20) / 12.0);
            Add(melody, random.Next(2) == 0 ? Tone(frequency, level, length * 0.9) : Note(frequency, level, length), at);
            at += length + (random.Next(3) == 0 ? 0.15 : 0);
        }

        return melody;
    }

    public static void Add(float[] sound, float[] other, double at)
    {
        var from = (int)(at * Rate);
        for (var i = 0; i < other.Length && from + i < sound.Length; i++)
        {
            sound[from + i] += other[i];
        }
    }

    public static float[] Mixed(params float[][] sounds)
    {
        var mixed = new float[sounds.Max(sound => sound.Length)];
        foreach (var sound in sounds)
        {
            Add(mixed, sound, 0);
        }

        return mixed;
    }

    public static Sound Sound(float[] samples, double from = 0) => new(TimeSpan.FromSeconds(from), Rate, samples);
}
