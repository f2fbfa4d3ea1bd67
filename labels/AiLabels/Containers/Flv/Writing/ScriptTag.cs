using System.Buffers.Binary;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.Flv.Writing;

/// <summary>An onMetaData script tag, FLV specification E.5, whose members can be added and removed.</summary>
internal sealed class ScriptTag
{
    public const string Name = "onMetaData";

    private const byte Object = 3;
    private const byte EcmaArray = 8;
    private const int MaxDataLength = 0xFFFFFF;

    private readonly FlvTag _tag;
    private readonly byte[] _data;
    private readonly int _value;
    private readonly int _membersEnd;
    private readonly List<Edit> _changes = [];
    private int _added;

    private ScriptTag(FlvTag tag, byte[] data, AmfMembers members, int value)
    {
        (_tag, _data, Members, _value, _membersEnd) = (tag, data, members.All, value, members.End);
    }

    public long Offset => _tag.Offset;

    public IReadOnlyList<AmfMember> Members { get; }

    private long Data => _tag.Payload;

    private long Growth => _changes.Sum(static c => c.Growth);

    /// <returns>The tag, or null for a script tag of another name or without members.</returns>
    /// <exception cref="RefusalException">Its data cannot be read to the end.</exception>
    public static ScriptTag? Read(FlvTag tag, byte[] data)
    {
        try
        {
            var amf = new AmfReader(data);
            if (amf.ReadName() != Name || data.AsSpan(amf.Position) is not [Object or EcmaArray, ..])
            {
                return null;
            }

            var value = amf.Position;
            return new(tag, data, AmfMembers.Read(ref amf), value);
        }
        catch (InvalidDataException e)
        {
            throw RefusalException.Damaged($"The script tag at byte {tag.Offset} cannot be read completely: {e.Message}.");
        }
    }

    public void Remove(AmfMember member)
    {
        _changes.Add(new(Data + member.Start, member.End - member.Start, default));
        _added--;
    }

    public void Append(byte[] member)
    {
        _changes.Add(Edit.Insert(Data + _membersEnd, member));
        _added++;
    }

    /// <summary>Returns the edits for added and removed members, and for the sizes and the count that depend on them.</summary>
    /// <exception cref="RefusalException">The tag would exceed its 24-bit size.</exception>
    public IEnumerable<Edit> Edits()
    {
        if (_changes.Count == 0)
        {
            return [];
        }

        var length = _data.Length + Growth;
        if (length > MaxDataLength)
        {
            throw new RefusalException(Refusal.UnsupportedLayout, "The onMetaData tag would outgrow its 24-bit size.");
        }

        return [.. _changes, .. Count(), Edit.Overwrite(Offset + 1, TagBuilder.UInt24((int)length)), .. PreviousTagSize((uint)length)];
    }

    /// <summary>Updates file positions that onMetaData holds as numbers: key frames, and the end of the file.</summary>
    public IEnumerable<Edit> Relocate(EditList moved) => Positions().Select(at => Relocate(at, moved)).OfType<Edit>();

    private IEnumerable<Edit> Count()
    {
        if (_data[_value] == EcmaArray)
        {
            var count = new byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(
                count, unchecked(BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(_value + 1)) + (uint)_added));
            yield return Edit.Overwrite(Data + _value + 1, count);
        }
    }

    private IEnumerable<Edit> PreviousTagSize(uint length)
    {
        yield return Edit.Overwrite(Data + _data.Length, TagBuilder.UInt32(length + FlvTag.HeaderLength));
    }

    private IEnumerable<int> Positions() =>
    [
        .. Members.Where(static m => m is { Name: "filesize" or "lastkeyframelocation", Token: AmfToken.Number })
            .Select(static m => m.Value),
        .. Members.Where(static m => m.Name == "keyframes")
            .SelectMany(m => MembersOf(m).Where(static f => f.Name == "filepositions").SelectMany(MembersOf))
            .Where(static p => p.Token == AmfToken.Number).Select(static p => p.Value),
    ];

    /// <summary>Returns the members of a member, with offsets in this tag.</summary>
    private IEnumerable<AmfMember> MembersOf(AmfMember parent)
    {
        var value = new AmfReader(_data.AsSpan(parent.Value, parent.End - parent.Value));
        return AmfMembers.Read(ref value).All.Select(
            m => m with { Start = m.Start + parent.Value, Value = m.Value + parent.Value, End = m.End + parent.Value });
    }

    /// <param name="at">Offset of a number, type included.</param>
    private Edit? Relocate(int at, EditList moved)
    {
        var number = BinaryPrimitives.ReadDoubleBigEndian(_data.AsSpan(at + 1));
        if (number is not (>= 0 and < long.MaxValue / 2) || moved.Map((long)number) is var position && position == (long)number)
        {
            return null;
        }

        var field = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleBigEndian(field, position);
        return Edit.Overwrite(Data + at + 1, field);
    }
}
