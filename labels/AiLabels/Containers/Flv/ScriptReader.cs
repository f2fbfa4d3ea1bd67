using System.Globalization;
using System.Text;
using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.Flv;

/// <summary>
/// Reads script tags: onMetaData, onXMPData and events of any name, whose values may be objects within objects. TC260-PG-20257A has one
/// place, the string AIGC of onMetaData; a label anywhere else in a script is not well placed, so it is suspected.
/// </summary>
internal sealed class ScriptReader(InspectionContext inspection, FlvFacts facts)
{
    private const string Metadata = "onMetaData";

    /// <summary>Command of live streams that precedes the name of the metadata that it sets.</summary>
    private const string SetDataFrame = "@setDataFrame";

    public static string PathOf(string script, string name) =>
        $"{script.Truncate(MetadataTag.MaxNameLength)}/{MetadataTag.Shorten(name)}";

    public async ValueTask ReadAsync(FlvTag tag)
    {
        var source = new Source("script", tag.Offset, tag.Length);
        if (await inspection.ReadValueAsync(tag.Payload, tag.PayloadLength, source) is not { } script)
        {
            return;
        }

        try
        {
            Read(script, source);
        }
        catch (InvalidDataException e)
        {
            inspection.Add(
                new Problem("container.damaged", $"The script tag at byte {tag.Offset} cannot be read completely: {e.Message}.", source));
        }
    }

    private void Read(byte[] script, Source source)
    {
        var values = new AmfReader(script);
        var name = values.ReadName();
        var isCommand = name == SetDataFrame && values.IsAtString;
        name = isCommand ? values.ReadName() : name;
        var root = new Holder(source with { Path = name.Truncate(MetadataTag.MaxNameLength) }, name, AigcName.IsKeyword(name));
        var parents = new Stack<Holder>([root]);
        var isPlaced = name == Metadata && !isCommand;
        while (values.Read())
        {
            switch (values.Token)
            {
                case AmfToken.Begin when values.Depth > inspection.Options.MaxDepth:
                    inspection.Add(TooDeep(source));
                    return;
                case AmfToken.Begin:
                    inspection.CountBox();
                    parents.Push(values.Depth == 1 ? parents.Peek() : parents.Peek().Of(values.Name));
                    break;
                case AmfToken.End:
                    Leave(parents.Pop());
                    break;
                default:
                    ReadValue(values, parents.Peek(), isPlaced && values.Depth == 1);
                    break;
            }
        }
    }

    private Problem TooDeep(Source source) => new(
        "limit.depth",
        $"The script tag at byte {source.Offset} is nested more than {inspection.Options.MaxDepth} deep; the rest of it was not read.",
        source);

    /// <summary>An object named AIGC without values is a malformed label, as <c>{}</c> is.</summary>
    private void Leave(Holder holder)
    {
        if (holder is { IsLabel: true, HasValues: false })
        {
            Add(new MetadataTag(AigcName.Keyword, "{}"u8.ToArray(), holder.Source), isPlaced: false);
        }
    }

    private void ReadValue(AmfReader value, Holder holder, bool isPlaced)
    {
        holder.HasValues = true;
        // A value of the tag itself has the name of the tag.
        var isMember = value.Depth > 0;
        var name = isMember ? value.Name : holder.Name;
        if (value.Token == AmfToken.Text)
        {
            inspection.CountBox();
            var source = SourceOf();
            if (name == "liveXML" && holder.Name == "onXMPData")
            {
                inspection.CountPacket();
                inspection.Add(XmpReader.Read(value.Text.ToArray(), source, inspection.Options));
                return;
            }

            var tag = new MetadataTag(holder.FieldOf(name), value.Text.ToArray(), source);
            facts.Encoder ??= isPlaced ? tag.Encoder : null;
            Add(tag, isPlaced);
        }
        else if ((holder.IsLabel || name.Contains(AigcName.Keyword, StringComparison.OrdinalIgnoreCase)) && TextOf(value) is { } text)
        {
            inspection.CountBox();
            Add(new(holder.FieldOf(name), Encoding.UTF8.GetBytes(text), SourceOf()), isPlaced: false);
        }
        else if (isPlaced && value.Token == AmfToken.Number)
        {
            facts.Read(name, value.Number);
        }

        Source SourceOf() => isMember ? holder.Source with { Path = PathOf(holder.Source.Path, name) } : holder.Source;
    }

    /// <summary>Returns a number or true as text. False, and null, set nothing.</summary>
    private static string? TextOf(AmfReader value) => value.Token switch
    {
        AmfToken.Number => value.Number.ToString(CultureInfo.InvariantCulture),
        AmfToken.Boolean when value.Number > 0 => "true",
        _ => null,
    };

    private void Add(MetadataTag tag, bool isPlaced)
    {
        var found = tag.Read(inspection.Options);
        inspection.Add(isPlaced || !found.Findings.Any(static finding => finding.Kind == FindingKind.AigcLabel)
            ? found
            : found.AsSuspected(new(
                "aigc.misplaced", $"An AIGC label stands in {tag.Source.Path}; TC260-PG-20257A asks for the string onMetaData/AIGC.",
                tag.Source)));
    }

    /// <summary>An open object or array.</summary>
    /// <param name="IsLabel">Whether it is, or is within, an object named AIGC, so that its values are fields of a label.</param>
    private sealed record Holder(Source Source, string Name, bool IsLabel)
    {
        public bool HasValues { get; set; }

        public Holder Of(string name)
        {
            HasValues = true;
            return new(Source with { Path = PathOf(Source.Path, name) }, name, IsLabel || AigcName.IsKeyword(name));
        }

        /// <summary>Returns the name of a value, with the keyword before it if it is a field of a label.</summary>
        public string FieldOf(string name) =>
            !AigcName.IsKeyword(name)
            && (IsLabel || (Name.Contains(AigcName.Keyword, StringComparison.OrdinalIgnoreCase) && AigcFields.IsField(name)))
                ? $"{AigcName.Keyword}.{MetadataTag.Shorten(name)}"
                : MetadataTag.Shorten(name);
    }
}
