using System.Text;

namespace AiLabels.Pixels.Visible.Matching;

/// <summary>Folds text for comparison: unifies characters that OCR confuses, and removes variations between labels.</summary>
/// <remarks>Both sides of a comparison are folded, so a fold must only be consistent, not correct.</remarks>
internal static class FoldedText
{
    private const string Varied = "內視頻圖創製為無並僅參聲實機經過證沒這個學習課術業語畫間當讀請謹識別絕與標題靈夢騰訊寶義萬發àáâãäåāèéêëēìíîïīòóôõöōùúûüūçñ";
    private const string Plain = "内视频图创制为无并仅参声实机经过证没这个学习课术业语画间当读请谨识别绝与标题灵梦腾讯宝义万发aaaaaaaeeeeeiiiiioooooouuuuucn";

    /// <summary>Common misreadings of the characters of 生成, 合成 and 人工智能, which decide whether a line is a label.</summary>
    private const string Misread = "牛主城戌戍咸台知";
    private const string Meant = "生生成成成成合智";

    /// <summary>Distance of full-width forms of ASCII (U+FF01 to U+FF5E) from ASCII.</summary>
    private const int FullWidth = 0xFEE0;

    /// <summary>
    /// Returns letters and digits only, folded; empty if the text has none. Consecutive strokes like I become one: a slanted I is read as
    /// two.
    /// </summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Fold(letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - FullWidth) : letter) is { } kept
                && !(kept == 'i' && folded.Length > 0 && folded[^1] == 'i'))
            {
                folded.Append(kept);
            }
        }

        return folded.ToString();
    }

    private static char? Fold(char letter)
    {
        var small = char.ToLowerInvariant(letter);
        var varied = Varied.IndexOf(small, StringComparison.Ordinal);
        var misread = Misread.IndexOf(letter, StringComparison.Ordinal);
        return letter switch
        {
            _ when varied >= 0 => Plain[varied],
            _ when misread >= 0 => Meant[misread],
            'I' or 'l' or '1' or '|' or '!' => 'i',
            '0' => 'o',
            _ when char.IsLetterOrDigit(letter) => small,
            _ => null,
        };
    }
}
