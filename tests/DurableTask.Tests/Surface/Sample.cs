namespace DurableTask.Tests.Surface;

public class Sample(string name, int count = 3) : IDisposable
{
    public string Name { get; } = $"{name} x {count}";

    public string? Note { get; init; }

    public virtual T? Read<T>(string? data) => data is null ? default : throw new FormatException(data);

    public void Dispose() => GC.SuppressFinalize(this);

    public static Sample Create(CancellationToken cancellation = default) => new(cancellation.ToString()!);
}
