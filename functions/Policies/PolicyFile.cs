namespace VideoGate.Policies;

/// <summary>A policy with the exact bytes that it was read from.</summary>
internal sealed record PolicyFile(string Name, Policy Policy, BinaryData Text)
{
    /// <summary>Reads every <c>*.json</c> in the folder except schemas, ordered by policy id.</summary>
    public static IReadOnlyList<PolicyFile> ReadAll(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException($"There is no folder {folder}. Set Policies:Folder to the folder of the policy files.");
        }

        List<PolicyFile> files = [];
        List<PolicyError> errors = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*.json")
            .Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal)))
        {
            try
            {
                var text = File.ReadAllBytes(path);
                files.Add(new(path, PolicyReader.Read(path, text), new(text)));
            }
            catch (InvalidPolicyException invalid)
            {
                errors.AddRange(invalid.Errors);
            }
        }

        errors.AddRange(files.GroupBy(file => file.Policy.Id).SelectMany(same => same.Skip(1).Select(Repeated)));
        return errors is [] ? [.. files.OrderBy(file => file.Policy.Id, StringComparer.Ordinal)] : throw new InvalidPolicyException(errors);
    }

    private static PolicyError Repeated(PolicyFile file)
    {
        var (line, column) = new JsonPositions(file.Text.ToArray()).Of("$.id");
        return new(file.Name, line, column, "$.id", $"Another file has the same id, '{file.Policy.Id}'. Give each policy a unique id.");
    }
}
