using System.Runtime.CompilerServices;
using VideoGate.Audit.Anchors;
using VideoGate.Cases;

namespace VideoGate.Audit.Verification;

/// <summary>
/// The anchored heads of the cases being verified: all of them if the manifests are small, otherwise those whose ids begin with the same
/// character, read again for each, so that memory does not grow with the number of cases.
/// </summary>
internal sealed class AnchorWindow(AnchorStore manifests, AnchorChain chain) : IDisposable
{
    private const long MaxLength = 64 << 20;

    private readonly SemaphoreSlim _reading = new(1);
    private bool _isWhole;
    private char _first;
    private VerifiedAnchors? _anchors;

    /// <summary>Reads all manifests.</summary>
    /// <returns>Those that are broken.</returns>
    public async Task<IReadOnlyList<AnchorBreak>> AllAsync(CancellationToken cancellationToken)
    {
        _isWhole = (await manifests.ListAsync(cancellationToken)).Sum(manifest => manifest.Length) <= MaxLength;
        var read = await chain.ReadAsync(_isWhole ? null : static _ => false, cancellationToken);
        _anchors = _isWhole ? read : null;
        return read.Breaks;
    }

    /// <summary>Gets the heads of a case, with those of others.</summary>
    public Task<VerifiedAnchors> ForAsync(string caseId, CancellationToken cancellationToken) => ForAsync(caseId[0], cancellationToken);

    /// <summary>Lists the anchored cases after <paramref name="after"/>, in order.</summary>
    public async IAsyncEnumerable<string> CaseIdsAsync(
        string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var first in Base32.Alphabet.Order().Take(_isWhole ? 1 : Base32.Alphabet.Length))
        {
            var ids = (await ForAsync(first, cancellationToken)).CaseIds;
            foreach (var id in ids.Where(id => after is null || string.CompareOrdinal(id, after) > 0).ToList())
            {
                yield return id;
            }
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<VerifiedAnchors> ForAsync(char first, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_anchors is null || (!_isWhole && _first != first))
            {
                _anchors = await chain.ReadAsync(caseId => caseId.Length > 0 && caseId[0] == first, cancellationToken);
                _first = first;
            }

            return _anchors;
        }
        finally
        {
            _reading.Release();
        }
    }
}
