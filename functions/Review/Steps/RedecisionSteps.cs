using Microsoft.DurableTask.Client;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Review.Steps;

/// <summary>Carries out what follows if the policies decided a case again. Idempotent.</summary>
public sealed class RedecisionSteps(RoundStarter rounds, BlobMover mover)
{
    public async Task FollowAsync(DurableTaskClient client, ModerationCase changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (changed.State is CaseState.Published && changed.Location?.Container == Containers.Published)
        {
            // The notices of a video that stays where it is.
            await mover.MoveAsync(changed, Containers.Published, CancellationToken.None);
        }

        switch (changed)
        {
            case { State: CaseState.Quarantined, Review.AwaitsReturn: true }:
            case { State: CaseState.Published, ClosedAt: null, Review: { InPlace: true, Instance: not null } }:
                await rounds.StartAsync(client, changed, CancellationToken.None);
                break;
            case { State: CaseState.Quarantined, Review.Decision: not null }:
                await CaseOrchestration.WakeAsync(client, changed);
                break;
        }
    }
}
