namespace HostApp;

/// <summary>Records of functions for the tests: a file for each key, a line for each event.</summary>
internal static class Markers
{
    private static readonly Lock Writing = new();

    /// <returns>Number of lines in the file.</returns>
    public static int Append(string key, string line)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("MARKERS")!, key);
        lock (Writing)
        {
            File.AppendAllText(path, $"{line}\n");
            return File.ReadAllLines(path).Length;
        }
    }
}
