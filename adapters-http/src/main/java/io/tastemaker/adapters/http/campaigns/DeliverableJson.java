package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.shared.CreatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A deliverable as the API shows it.
 *
 * @param id its id
 * @param version as in its ETag
 * @param type what kind of work
 * @param title what exactly
 * @param creatorId from whom
 * @param dueOn until which day
 * @param status where it stands
 * @param allowed what can be done with it
 * @param overdue whether it is late
 * @param proofUrl where it can be seen
 * @param submittedBy who handed it in
 * @param submittedAt when
 * @param reason why it was sent back
 * @param reviewedBy who looked at it
 * @param reviewedAt when
 * @param createdBy who planned it
 * @param createdAt when
 * @param updatedAt last change
 */
record DeliverableJson(
        UUID id,
        @About("As in the ETag") long version,
        @About("post, reel, story, video, live, article, podcast, event or other") String type,
        String title,
        @About("Somebody on the shortlist; null as long as it is nobody's") Optional<UUID> creatorId,
        Optional<LocalDate> dueOn,
        @About("planned, assigned, submitted, approved, rejected or canceled") String status,
        @About("The steps that its status allows") List<String> allowed,
        @About("Whether its day is past and it is still to be done") boolean overdue,
        @About("Where the work can be seen, as it was handed in last") Optional<String> proofUrl,
        Optional<String> submittedBy,
        Optional<Instant> submittedAt,
        @About("Why it was sent back") Optional<String> reason,
        Optional<String> reviewedBy,
        Optional<Instant> reviewedAt,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    static DeliverableJson of(Deliverable deliverable, LocalDate day) {
        Optional<Deliverable.Submission> submission = deliverable.submission();
        Optional<Deliverable.Review> review = deliverable.review();
        return new DeliverableJson(
                deliverable.id().value(), deliverable.version(), deliverable.work().type().code(), deliverable.work().title(),
                deliverable.work().creator().map(CreatorId::value), deliverable.work().dueOn(), deliverable.state().code(),
                deliverable.state().allowed().stream().map(Deliverable.Step::code).toList(), deliverable.isOverdue(day),
                submission.map(found -> found.proof().address()), submission.map(Deliverable.Submission::by),
                submission.map(Deliverable.Submission::at), review.flatMap(Deliverable.Review::reason), review.map(Deliverable.Review::by),
                review.map(Deliverable.Review::at), deliverable.createdBy(), deliverable.createdAt(), deliverable.updatedAt());
    }
}
