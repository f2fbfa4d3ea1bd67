using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>Six NCRONTAB fields, a <c>hh:mm:ss</c> interval, or <c>%Setting%</c> that holds either.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Persist the schedule, so that an occurrence missed while the host was down runs at start.</summary>
    public bool UseMonitor { get; set; } = true;

    public bool RunOnStartup { get; set; }
}
