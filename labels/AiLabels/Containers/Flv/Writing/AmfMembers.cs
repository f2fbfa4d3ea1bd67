namespace AiLabels.Containers.Flv.Writing;

/// <summary>The members of one AMF0 object or array, with their places.</summary>
/// <param name="End">Offset in the data at which another member can be inserted: before the end marker, if there is one.</param>
internal sealed record AmfMembers(IReadOnlyList<AmfMember> All, int End)
{
    private const int MaxDepth = 32;

    /// <param name="reader">Before an object or array.</param>
    /// <exception cref="InvalidDataException">The data is truncated, has an unknown type, or is nested too deep.</exception>
    public static AmfMembers Read(ref AmfReader reader)
    {
        var members = new List<AmfMember>();
        var end = reader.Position;
        while (reader.Read() && reader.Depth > 0)
        {
            if (reader.Depth > MaxDepth)
            {
                throw new InvalidDataException($"it is nested more than {MaxDepth} deep");
            }

            var isOpening = reader.Token == AmfToken.Begin;
            if (reader.Token != AmfToken.End && reader.Depth == (isOpening ? 2 : 1))
            {
                members.Add(new(reader.Name, reader.Token, reader.Start, reader.Value, reader.Position));
            }

            if (reader.Depth == 1)
            {
                // Of a nested value the end is known only here.
                end = reader.Position;
                Close(members, end);
            }
        }

        return new(members, end);
    }

    private static void Close(List<AmfMember> members, int end)
    {
        if (members is [.., var last])
        {
            members[^1] = last with { End = end };
        }
    }
}
