using System.Buffers.Binary;

namespace AiLabels.Tests.Mutation;

/// <summary>A valid file from which mutants are made.</summary>
internal abstract record Specimen(string Name, byte[] Original)
{
    /// <summary>Number of mutants read by each run of the tests.</summary>
    public int Mutants { get; init; } = 16_000;

    /// <summary>Returns the mutant with that number, always the same.</summary>
    public byte[] Mutant(int number) => Mutate(new Random(45438 + number));

    protected abstract byte[] Mutate(Random random);

    /// <summary>Flips a bit, or writes a number that might forge a size or count.</summary>
    protected static void Change(Span<byte> bytes, Random random)
    {
        if (bytes.Length > sizeof(uint) && random.Next(3) == 0)
        {
            uint[] numbers = [0, 1, 7, 8, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, (uint)random.Next()];
            BinaryPrimitives.WriteUInt32BigEndian(bytes[random.Next(bytes.Length - sizeof(uint))..], numbers[random.Next(numbers.Length)]);
        }
        else
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }
    }
}

/// <summary>Up to eight changes anywhere: bits, forged numbers, cuts and splices.</summary>
internal sealed record WholeFile(string Name, byte[] Original) : Specimen(Name, Original)
{
    protected override byte[] Mutate(Random random)
    {
        var file = Original.ToArray();
        for (var change = random.Next(1, 9); change > 0; change--)
        {
            var at = random.Next(file.Length - 8);
            switch (random.Next(8))
            {
                case 0 when file.Length > 64:
                    file = [.. file[..at], .. file[random.Next(at + 1, file.Length - 7)..]];
                    break;
                case 1 when file.Length < 1 << 16:
                    var from = random.Next(at + 1);
                    file = [.. file[..at], .. file.AsSpan(from, random.Next(1, 8)), .. file[at..]];
                    break;
                default:
                    Change(file, random);
                    break;
            }
        }

        return file;
    }
}

/// <summary>Changes in place within one part, so that everything around it stays valid and the part is parsed deeply.</summary>
internal sealed record Part(string Name, byte[] Original, int Start, int Length) : Specimen(Name, Original)
{
    /// <summary>The part that begins with the given bytes.</summary>
    public static Part At(string name, byte[] file, ReadOnlySpan<byte> first, int length)
    {
        var start = file.AsSpan().IndexOf(first);
        return start < 0
            ? throw new ArgumentException("The file holds no such part.", nameof(first))
            : new Part(name, file, start, Math.Min(length, file.Length - start));
    }

    protected override byte[] Mutate(Random random)
    {
        var file = Original.ToArray();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            Change(file.AsSpan(Start, Length), random);
        }

        return file;
    }
}

/// <summary>Changes to bytes that a file is then built and signed around.</summary>
internal sealed record Signed(string Name, byte[] Content, Func<byte[], byte[]> Build) : Specimen(Name, Build(Content))
{
    protected override byte[] Mutate(Random random)
    {
        var content = Content.ToArray();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            Change(content, random);
        }

        return Build(content);
    }
}
