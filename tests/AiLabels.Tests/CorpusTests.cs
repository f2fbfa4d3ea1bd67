using AiLabels.Tests.Builders;

namespace AiLabels.Tests;

/// <summary>The verdict on every file of the corpus, where it stands beside the repository.</summary>
public sealed class CorpusTests
{
    /// <summary>The mark is in the picture only; metadata rightly says nothing.</summary>
    private static readonly HashSet<string> VisibleOnly =
    [
        "visible/aigen_br_1280x720_48px_full.mp4", "visible/aisc_24px_480p.mp4", "visible/aisc_br_1280x720_48px_full.mp4",
        "visible/aisc_br_portrait_30px.mp4", "visible/aisc_last2s_of_10s.mp4", "visible/aisc_tl_1280x720_48px_full.mp4",
        "visible/full_sentence.mp4", "visible/scroll.mp4", "visible/serif_bold.mp4", "visible/trad_chinese.mp4",
    ];

    /// <summary>Confirmed by an AI credential: suspected until its hash and signature are checked.</summary>
    private static readonly HashSet<string> NeedsValidation =
    [
        "c2pa/agent_10k.mp4", "c2pa/agent_chinese.mp4", "c2pa/agent_xss.mp4", "c2pa/alg_ed25519.mp4", "c2pa/alg_es256.mp4", "c2pa/alg_es384.mp4",
        "c2pa/alg_ps384.mp4", "c2pa/alg_ps512.mp4", "c2pa/chain_2.mp4", "c2pa/chain_5.mp4", "c2pa/claim_v1_es256.mp4",
        "c2pa/dst_compositeSynthetic.mp4", "c2pa/dst_compositeWithTrainedAlgorithmicMedia.mp4", "c2pa/dst_https.mp4", "c2pa/dst_trainedAlgorithmicData.mp4",
        "c2pa/fragmented.mp4", "c2pa/ingredient_component_ai.mp4", "c2pa/portrait.mp4", "c2pa/time_expired_nots.mp4", "c2pa/time_expired_v1_ts_ok.mp4",
        "c2pa/trust_c2pa_eku.mp4", "c2pa/trust_selfsigned_openai.mp4", "c2pa/trust_v1_sigtst.mp4", "c2pa/trust_valid_nots.mp4",
        "combo/visible_plus_c2pa.mp4", "cose/cert_inter_expired.mp4", "cose/cert_is_tsa.mp4", "cose/cert_noeku.mp4", "cose/cert_p521_es256.mp4",
        "cose/cert_ts_and_email.mp4", "cose/control.mp4", "cose/pad_nonzero.mp4", "cose/sig_high_s.mp4", "cose/x5chain_unprotected_text.mp4",
        "cose/x5chain_with_root.mp4", "tamper/append_free.mp4", "tamper/ftyp_brand.mp4",
    ];

    /// <summary>In containers whose labels are not read: inconclusive, which is honest.</summary>
    private static readonly HashSet<string> UnsupportedContainer =
        ["c2pa/avi.avi", "clean/h264_aac.ts", "clean/mpeg4_mp3.avi", "real/c2pars_test.avi"];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in Corpus.Rows())
            {
                rows.Add(row.File, row.Origins, row.Generator);
            }

            return rows;
        }
    }

    [CorpusTheory]
    [MemberData(nameof(Rows))]
    public async Task ReadAsync_CorpusFile_HasTheExpectedVerdict(string file, string origins, string generator)
    {
        var report = await Inspect.File(Corpus.PathOf(file));

        Assert.Contains(report.Origin, Accepted(file, origins));
        if (generator.Length > 0)
        {
            Assert.Equal(generator, report.Generator);
        }
    }

    private static IEnumerable<AiOrigin> Accepted(string file, string origins)
    {
        if (VisibleOnly.Contains(file))
        {
            return [AiOrigin.NotFound];
        }

        if (UnsupportedContainer.Contains(file))
        {
            return [AiOrigin.Inconclusive];
        }

        var expected = origins.Split(' ').Select(static name => Enum.Parse<AiOrigin>(name, ignoreCase: true));
        return NeedsValidation.Contains(file) ? [.. expected, AiOrigin.Suspected] : expected;
    }
}
