using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>The pictures of one video read so far, in order of time and of one size.</summary>
internal sealed class PictureSet(IFrameSource source, int max)
{
    private readonly List<Picture> _pictures = [];

    public IReadOnlyList<Picture> All => _pictures;

    public int Width => _pictures[0].Width;

    public int Height => _pictures[0].Height;

    public async Task AddAsync(FrameRequest request, CancellationToken cancellationToken)
    {
        if (_pictures.Count >= max)
        {
            return;
        }

        await foreach (var frame in source.ReadAsync(request, cancellationToken))
        {
            Insert(frame);
            if (_pictures.Count >= max)
            {
                return;
            }
        }
    }

    private void Insert(Frame frame)
    {
        var at = _pictures.FindLastIndex(picture => picture.Time <= frame.Time);
        var isKnown = at >= 0 && _pictures[at].Time == frame.Time;
        if (!isKnown && (_pictures.Count == 0 || (frame.Width == Width && frame.Height == Height)))
        {
            _pictures.Insert(at + 1, new(frame));
        }
    }
}
