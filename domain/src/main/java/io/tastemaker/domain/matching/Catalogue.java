package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The creators that can be ranked, as they were at one moment. It never changes: a change gives another catalogue, which shares
 * the columns with this one, masks the rows that are no longer true and holds the new ones in a small segment of their own. So a
 * ranking can be paged and replayed while creators come and go, and keeping current costs what changed, not what there is.
 */
public final class Catalogue {

    private final List<Part> parts;
    private final CatalogueVersion version;

    private Catalogue(List<Part> parts, CatalogueVersion version) {
        this.parts = List.copyOf(parts);
        this.version = Objects.requireNonNull(version, "version");
    }

    /**
     * A catalogue of the shared creators handed in, for those who rank their own.
     *
     * @param candidates all of {@link TeamId#CATALOGUE}, each once
     * @return the catalogue, of version 0
     */
    public static Catalogue of(Collection<Candidate> candidates) {
        SegmentBuilder rows = new SegmentBuilder(TeamId.CATALOGUE);
        candidates.forEach(rows::add);
        return of(CatalogueVersion.of(0, Instant.EPOCH), rows.build());
    }

    /**
     * A catalogue of one segment.
     *
     * @param version which state this is
     * @param segment the creators
     * @return the catalogue
     */
    public static Catalogue of(CatalogueVersion version, CatalogueSegment segment) {
        return new Catalogue(segment.size == 0 ? List.of() : List.of(Part.of(segment)), version);
    }

    /**
     * The catalogue after some changes.
     *
     * @param next which state that is
     * @param changed creators as they are now, new ones included; of one given twice the later counts
     * @param removed creators that are gone; those that never were here are ignored
     * @return the next catalogue
     */
    public Catalogue changed(CatalogueVersion next, Collection<Candidate> changed, Collection<CreatorId> removed) {
        Map<CreatorId, Candidate> latest = new LinkedHashMap<>();
        changed.forEach(candidate -> latest.put(candidate.id(), candidate));
        latest.keySet().removeAll(Set.copyOf(removed));
        Set<CreatorId> outdated = new HashSet<>(removed);
        changed.forEach(candidate -> outdated.add(candidate.id()));

        List<Part> result = new ArrayList<>();
        parts.stream().map(part -> part.without(outdated)).filter(part -> part.count() > 0).forEach(result::add);
        Map<TeamId, SegmentBuilder> byOwner = new LinkedHashMap<>();
        latest.values().forEach(candidate -> byOwner.computeIfAbsent(candidate.owner(), SegmentBuilder::new).add(candidate));
        byOwner.values().forEach(rows -> result.add(Part.of(rows.build())));
        return new Catalogue(Part.compacted(result), next);
    }

    /**
     * Which columns a catalogue has and which vocabularies their numbers count in. Columns that were kept are good for the same layout
     * only.
     *
     * @return a text that changes when any of it does
     */
    public static String layout() {
        return Layout.text();
    }

    /**
     * Hands all columns to who keeps them.
     *
     * @param columns takes them
     * @throws IllegalStateException when there are creators of several owners
     */
    public void keep(Columns columns) {
        if (parts.stream().map(part -> part.segment().owner).distinct().count() > 1) {
            throw new IllegalStateException("the creators of several owners are kept apart");
        }
        Part.walked(parts, TeamId.CATALOGUE, columns);
    }

    /**
     * The catalogue that was kept.
     *
     * @param version which state it is
     * @param owner whose creators it holds
     * @param columns gives what they were given to {@link #keep keep}, under the same layout
     * @return the catalogue
     */
    public static Catalogue restored(CatalogueVersion version, TeamId owner, Columns columns) {
        return new Catalogue(Part.walked(List.of(), owner, columns), version);
    }

    /**
     * What a team sees: these creators and its private ones.
     *
     * @param privateOnes the team's private creators
     * @return both together
     */
    public Catalogue with(Catalogue privateOnes) {
        List<Part> both = new ArrayList<>(parts);
        both.addAll(privateOnes.parts);
        return new Catalogue(both, version.with(privateOnes.version));
    }

    /**
     * Looks a creator up.
     *
     * @param id whom
     * @return what is known, or empty when the creator is not here
     */
    public Optional<Candidate> find(CreatorId id) {
        for (Part part : parts) {
            int row = part.find(id);
            if (row >= 0) {
                return Optional.of(part.segment().candidate(row));
            }
        }
        return Optional.empty();
    }

    /**
     * How many creators there are.
     *
     * @return the number of live rows
     */
    public int size() {
        return parts.stream().mapToInt(Part::count).sum();
    }

    /**
     * What it is made of; of some rows of a segment a later one may know better.
     *
     * @return the segments
     */
    public List<CatalogueSegment> segments() {
        return parts.stream().map(Part::segment).toList();
    }

    /**
     * Which state this is.
     *
     * @return the version
     */
    public CatalogueVersion version() {
        return version;
    }

    /** The candidate of a row; the rows are numbered as in a {@link Scan}. */
    Candidate candidate(int row) {
        int inPart = row;
        int part = 0;
        while (inPart >= 64 * parts.get(part).live().length) {
            inPart -= 64 * parts.get(part).live().length;
            part++;
        }
        return parts.get(part).segment().candidate(inPart);
    }

    List<Part> parts() {
        return parts;
    }
}
