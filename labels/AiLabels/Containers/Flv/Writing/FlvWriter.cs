using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.Flv.Writing;

/// <summary>Labels FLV: a member of onMetaData, and a new onMetaData tag if there is none. Key frame positions in it are updated.</summary>
internal sealed class FlvWriter(LabelRewrite rewrite) : IContainerWriter
{
    private const string Key = "AIGC";

    public async ValueTask<EditList> PlanAsync()
    {
        var (first, scripts) = await ReadAsync();
        var member = TagBuilder.Member(Key, rewrite.Json);
        var target = scripts.FirstOrDefault();
        foreach (var old in rewrite.Replaced.Distinct())
        {
            target = Remove(old, scripts);
        }

        target?.Append(member);
        IReadOnlyList<Edit> edits = target is null
            ? [Edit.Insert(first, TagBuilder.ScriptWith(ScriptTag.Name, member))]
            : [.. scripts.SelectMany(static s => s.Edits())];
        var moved = new EditList(edits);
        return new([.. edits, .. scripts.SelectMany(s => s.Relocate(moved))]);
    }

    /// <summary>Reads the offset of the first tag, and all onMetaData tags.</summary>
    private async ValueTask<(long First, List<ScriptTag> Scripts)> ReadAsync()
    {
        var (first, problem) = await FlvTag.FindFirstAsync(rewrite.Bytes);
        var scripts = new List<ScriptTag>();
        var position = first;
        while (problem is null && position < rewrite.Bytes.Length)
        {
            rewrite.CountBox();
            (var tag, problem) = await FlvTag.ReadAsync(rewrite.Bytes, position);
            if (tag is { Type: FlvTag.Script } script && problem is null
                && ScriptTag.Read(script, await rewrite.LoadAsync(script.Payload, script.PayloadLength)) is { } metadata)
            {
                scripts.Add(metadata);
            }

            position = tag?.End ?? rewrite.Bytes.Length;
            if (tag is { Type: FlvTag.Script } && position > rewrite.Bytes.Length)
            {
                throw RefusalException.Damaged($"The size after the script tag at byte {tag.Value.Offset} is truncated.");
            }
        }

        if (problem is not null)
        {
            throw RefusalException.Damaged(problem.Message);
        }

        return (first, scripts);
    }

    /// <returns>The tag that held the label.</returns>
    private static ScriptTag Remove(Source label, List<ScriptTag> scripts)
    {
        if (scripts.Find(s => s.Offset == label.Offset) is not { } script)
        {
            throw LabelAdmission.NotReplaceable(label);
        }

        var members = script.Members
            .Where(m => m.Token == AmfToken.Text && ScriptReader.PathOf(ScriptTag.Name, m.Name) == label.Path)
            .ToList();
        if (members.Count == 0)
        {
            throw LabelAdmission.NotReplaceable(label);
        }

        members.ForEach(script.Remove);
        return script;
    }
}
