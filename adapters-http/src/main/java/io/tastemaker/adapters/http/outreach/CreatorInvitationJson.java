package io.tastemaker.adapters.http.outreach;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.outreach.Invitation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An invitation of a creator.
 *
 * @param id its id
 * @param version for If-Match
 * @param campaignId into which campaign
 * @param creatorId whom
 * @param status where it stands
 * @param subject the subject as it was written, before it was filled
 * @param sentAt when its letter was posted
 * @param expiresAt from when on no answer counts
 * @param remindersSent how many reminders were posted
 * @param nextReminderAt when the next one is due
 * @param openedAt when the creator first looked
 * @param repliedAt when the creator last wrote
 * @param endedAt when it was decided, taken back or ran out
 * @param invitedBy who invited
 * @param createdAt when
 */
record CreatorInvitationJson(
        UUID id,
        @About("For If-Match") long version,
        UUID campaignId,
        UUID creatorId,
        @About("sent, opened, replied, bounced, accepted, declined, withdrawn or expired") String status,
        @About("As it was written, before it was filled") String subject,
        @About("When its letter was posted") Instant sentAt,
        @About("From when on no answer counts") Instant expiresAt,
        int remindersSent,
        @About("Null when none will be written") Optional<Instant> nextReminderAt,
        @About("When the creator first opened its page") Optional<Instant> openedAt,
        Optional<Instant> repliedAt,
        @About("When it was decided, taken back or ran out") Optional<Instant> endedAt,
        @About("Who invited") String invitedBy,
        Instant createdAt) {

    static CreatorInvitationJson of(Invitation invitation) {
        return new CreatorInvitationJson(invitation.id().value(), invitation.version(), invitation.campaign().value(), invitation.creator().value(),
                invitation.status().code(), invitation.wording().subject(), invitation.sentAt(), invitation.expiresAt(), invitation.reminders(),
                invitation.remindAt(), invitation.openedAt(), invitation.repliedAt(), invitation.endedAt(), invitation.invitedBy(),
                invitation.createdAt());
    }
}
