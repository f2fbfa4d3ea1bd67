using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Where text is at other times.</summary>
/// <param name="From">When it is where it was found.</param>
/// <param name="Drift">Pixels of the frame that it moves to the right in a second; 0 of what stands still.</param>
internal readonly record struct LinearMotion(TimeSpan From, double Drift)
{
    public Box At(TimeSpan time, Box box) => box.Shifted((int)Math.Round(Drift * (time - From).TotalSeconds), 0);

    /// <summary>Whether the region has not drifted out of the picture.</summary>
    public bool IsIn(Picture picture, Box region) => At(picture.Time, region) is var there && there.X >= 0 && there.Right <= picture.Width;

    /// <returns>Null when the region has drifted out of the picture.</returns>
    public Primaries? Part(Picture picture, Box region) => IsIn(picture, region) ? picture.Full.Crop(At(picture.Time, region)) : null;
}
