using Local.Worker.Functions;
using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Timers;

internal sealed class TimerEvent(TimerInfo timer) : TriggerEvent
{
    public TimerInfo Timer => timer;
}
