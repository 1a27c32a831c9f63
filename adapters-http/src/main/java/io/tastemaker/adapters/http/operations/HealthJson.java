package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.operations.Health;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the program is.
 *
 * @param status up, degraded or down
 * @param score 0 to 100
 * @param version the program's version
 * @param schemaVersion the version of the database schema
 * @param at when it was looked at
 * @param components its parts
 */
public record HealthJson(
        @About("up, degraded or down") String status,
        @About("0 to 100: the weights of what is up, half for degraded, rounded down") int score,
        String version,
        String schemaVersion,
        Instant at,
        List<ComponentJson> components) {

    /**
     * One part.
     *
     * @param name its name
     * @param status up, degraded or down
     * @param weight its weight in the score
     * @param detail more, for operators only
     */
    public record ComponentJson(
            String name,
            @About("up, degraded or down") String status,
            int weight,
            @About("For operators only") Optional<String> detail) {}

    /**
     * Shows the health.
     *
     * @param health how the parts are
     * @param version the program's version
     * @param schemaVersion the version of the database schema
     * @param at when it was looked at
     * @param withDetail whether the caller may see details
     * @return its record
     */
    static HealthJson of(Health health, String version, String schemaVersion, Instant at, boolean withDetail) {
        List<ComponentJson> components = health.components().stream()
                .map(part -> new ComponentJson(part.name(), part.status().code(), part.weight(),
                        Optional.of(part.detail()).filter(detail -> withDetail && !detail.isBlank())))
                .toList();
        return new HealthJson(health.status().code(), health.score(), version, schemaVersion, at, components);
    }
}
