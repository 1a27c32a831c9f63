package io.tastemaker.application.content;

import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import java.util.ArrayList;
import java.util.List;

/** Tells who reads texts: for each task the analysts in the order in which they are asked. */
public final class ListModels {

    private final Analysts analysts;

    ListModels(Analysts analysts) {
        this.analysts = analysts;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     */
    public record Query(Actor actor) {}

    /**
     * One analyst for one task.
     *
     * @param task the task
     * @param position 1 for the chosen one
     * @param model who it is
     * @param isUp whether it answers at present
     * @param use what it did since the program was started, for all tasks together
     */
    public record InUse(Task task, int position, Model model, boolean isUp, AnalystUse use) {}

    /**
     * Tells it.
     *
     * @param query what is asked
     * @return by task, then in the order in which they are asked
     */
    public List<InUse> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        List<InUse> inUse = new ArrayList<>();
        for (Task task : Task.values()) {
            int position = 1;
            for (var analyst : analysts.of(task)) {
                inUse.add(new InUse(task, position++, analyst.model(), analyst.isUp(), analysts.use(analyst.model())));
            }
        }
        return inUse;
    }
}
