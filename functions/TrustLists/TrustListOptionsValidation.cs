using Microsoft.Extensions.Options;
using VideoGate.Outbound;

namespace VideoGate.TrustLists;

internal sealed class TrustListOptionsValidation : IValidateOptions<TrustListOptions>
{
    public ValidateOptionsResult Validate(string? name, TrustListOptions options)
    {
        string[] failures =
        [
            .. from list in options.Configured
               let error = OutboundTargets.GetError(list.Address, options.LoopbackTargets)
               where error is not null
               select $"{TrustListOptions.Section}:{list.Kind} {error}",
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
