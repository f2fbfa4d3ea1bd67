using Microsoft.Extensions.Logging;
using Serverless.Cases;

namespace Serverless.Moderation;

public static partial class ModerateVideo
{
    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "Case {CaseId}: {Outcome}, {Reason}.")]
        public static partial void Decided(ILogger logger, string caseId, DecisionOutcome outcome, string reason);

        [LoggerMessage(2002, LogLevel.Information, "Case {CaseId} ended {State}.")]
        public static partial void Ended(ILogger logger, string caseId, CaseState state);
    }
}
