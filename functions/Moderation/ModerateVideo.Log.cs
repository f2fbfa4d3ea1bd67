using Microsoft.Extensions.Logging;
using VideoGate.Cases;

namespace VideoGate.Moderation;

public static partial class ModerateVideo
{
    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "Case {CaseId}: {Outcome}, {Reason}.")]
        public static partial void Decided(ILogger logger, string caseId, DecisionOutcome outcome, string reason);

        [LoggerMessage(2003, LogLevel.Warning, "Case {CaseId}: retries content safety in {Wait}. {Reason}")]
        public static partial void SafetyAway(ILogger logger, string caseId, TimeSpan wait, string reason);

        [LoggerMessage(2004, LogLevel.Error, "Case {CaseId}: no longer waits for content safety. {Reason}")]
        public static partial void SafetyUnavailable(ILogger logger, string caseId, string reason);

        [LoggerMessage(2005, LogLevel.Error,
            "Case {CaseId}: its orchestration failed in {Step}, {Failure}. Its video stays where it is.")]
        public static partial void Failed(ILogger logger, string caseId, string step, string failure);

        [LoggerMessage(2006, LogLevel.Error, "Case {CaseId}: the worker process died {Deaths} times in {Step}; the step is abandoned.")]
        public static partial void WorkerKilled(ILogger logger, string caseId, int deaths, string step);

        [LoggerMessage(2002, LogLevel.Information, "Case {CaseId} ended {State}.")]
        public static partial void Ended(ILogger logger, string caseId, CaseState state);
    }
}
