package io.tastemaker.application.content;

import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.JobRun;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fetches one profile that somebody asked for. */
final class FetchJob implements JobHandler {

    static final String KIND = "creator_fetch";

    private static final String OWNER = "owner";
    private static final String PLATFORM = "platform";
    private static final String HANDLE = "handle";
    private static final String CREATOR = "creator";

    /** How long source and models may take in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final SourceReader reader;

    FetchJob(SourceReader reader) {
        this.reader = reader;
    }

    /** What the job needs to know; an account that nobody knows becomes the catalogue's. */
    static Map<String, String> input(Optional<Creator> known, Handle handle) {
        Map<String, String> input = new HashMap<>(Map.of(PLATFORM, handle.platform().code(), HANDLE, handle.name(),
                OWNER, known.map(Creator::owner).orElse(TeamId.CATALOGUE).toString()));
        known.ifPresent(creator -> input.put(CREATOR, creator.id().toString()));
        return Map.copyOf(input);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void abandoned(Job job) {
        // Nothing is held: what is known of the creator stays as it was.
    }

    @Override
    public Ending run(JobRun run) {
        if (!run.mayContinue()) {
            return new Ending.Canceled();
        }
        return switch (read(run)) {
            case SourceReader.Result.Fetched fetched -> new Ending.Done();
            case SourceReader.Result.Unneeded unneeded -> new Ending.Done();
            case SourceReader.Result.Failed(String reason) -> new Ending.Failed(reason);
            case SourceReader.Result.Gone gone -> new Ending.Failed("the creator is not there any more");
        };
    }

    private SourceReader.Result read(JobRun run) {
        Map<String, String> input = run.job().input();
        Duration within = run.within(PATIENCE);
        if (input.containsKey(CREATOR)) {
            return reader.refresh(TeamId.of(input.get(OWNER)), CreatorId.of(input.get(CREATOR)), run.job().createdAt(), within);
        }
        return reader.discover(new Handle(Coded.find(Platform.class, input.get(PLATFORM)).orElseThrow(), input.get(HANDLE)), within);
    }
}
