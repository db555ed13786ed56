"""How far the parts of an attribution go: the words of its cue, and of what stands after it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from memcon.reading.acts import lemmas_of
from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.attribution_types import Range
from memcon.reading.clause_positions import is_passive
from memcon.reading.clause_subjects import own_subject
from memcon.vocabulary.attribution import CueKind, attribution_cues

_CLAUSES = ("ccomp", "xcomp", "oprd", "acomp", "attr")
_MOST_BETWEEN = 25
_GROUP = ("aux", "auxpass", "neg", "advmod", "prt")


def verb_takes(token: Token) -> frozenset[str]:
    """Give what a verb takes, nothing where it is no cue."""
    if token.pos_ not in ("VERB", "AUX") and not token.tag_.startswith("VB"):
        return frozenset()
    cues = attribution_cues(CueKind.VERB)
    particle = next((c for c in token.children if c.i == token.i + 1 and _belongs(c)), None)
    for lemma in lemmas_of(token):
        if particle is not None and (key := f"{lemma} {particle.text.casefold()}") in cues:
            return cues[key]
        if lemma in cues:
            return cues[lemma]
    return frozenset()


def _belongs(child: Token) -> bool:
    """Whether the word after a verb may be a part of the cue: "point out", "make clear", "put it"."""
    return child.dep_ in ("prt", "acomp", "advmod") or (child.dep_ == "dobj" and child.text == "it")


def depth(token: Token) -> int:
    """Count the steps from a token up to its sentence's root."""
    steps = 0
    while token.head.i != token.i:
        token, steps = token.head, steps + 1
    return steps


def range_to(doc: Doc, first: int, last: int) -> Range:
    """Give the offsets of the tokens ``first:last`` without white space or punctuation that ends a sentence."""
    while last > first + 1 and (
        doc[last - 1].is_space or doc[last - 1].text in (".", ",", ";", ":", "—", "–", "-", "(")
    ):
        last -= 1
    if doc[last - 1].text == ")" and last - 1 > first and not any(t.text == "(" for t in doc[first:last]):
        last -= 1
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text)


def verb_group(token: Token) -> Range:
    """Give a verb with the auxiliaries, negations, adverbs and particle that stand right beside it."""
    first = last = token.i
    beside = {c.i for c in token.children if c.dep_ in _GROUP}
    while first - 1 in beside:
        first -= 1
    while last + 1 in beside:
        last += 1
    return token.doc[first].idx, token.doc[last].idx + len(token.doc[last].text)


def passive(token: Token) -> bool:
    """Tell whether a verb is in the passive; "he's said" is not, although the parse takes it for "he is said"."""
    short = any(c.dep_ == "auxpass" and c.text in ("'s", "’s") for c in token.children)
    return is_passive(token) and not (short and any(c.dep_ in ("ccomp", "prep", "dobj") for c in token.rights))


def speaking_subject(token: Token, paragraph: Paragraph) -> Token | None:
    """Give the subject of a verb, unless the parse takes it from inside a quotation that the verb stands outside of."""
    subject = own_subject(token)
    if subject is not None and paragraph.quoted[subject.i] and not paragraph.quoted[token.i]:
        return None
    return subject


def first_outside(subject: Token, paragraph: Paragraph) -> int:
    """Give the number of a subject's first token, after a quotation that the parse makes a part of it."""
    inside = [t.i for t in subject.subtree if t.i < subject.i and paragraph.quoted[t.i]]
    if not inside or inside[0] > subject.left_edge.i + 1:
        return subject.left_edge.i
    return min(inside[-1] + 1, subject.i)


def group_start(token: Token, paragraph: Paragraph) -> int:
    """Give the number of the first token of a verb with its subject."""
    first = token.i
    subject = speaking_subject(token, paragraph)
    beside = {c.i for c in token.children if c.dep_ in _GROUP and c.i < token.i}
    while first - 1 in beside:
        first -= 1
    if subject is not None and subject.i < first:
        return first_outside(subject, paragraph)
    mistaken = own_subject(token)
    if subject is None and mistaken is not None and mistaken.i < first:  # the subject is sought inside the quotation
        return next(t.i + 1 for t in reversed(token.doc[:first]) if paragraph.quoted[t.i])
    return first


def inverted(token: Token, paragraph: Paragraph) -> int:
    """Give the number of the last token of a verb with a subject after it ("said Smith, the mayor")."""
    subject = speaking_subject(token, paragraph)
    if subject is not None and subject.i > token.i:
        return subject.right_edge.i
    return token.i


def after_cue(token: Token, takes: frozenset[str], paragraph: Paragraph) -> tuple[Range, ...]:
    """Give what stands after a verb as its content by the parse; empty where nothing does."""
    chosen = [c for c in token.children if c.i > token.i and _is_content(c, token, takes)]
    if not chosen:
        return ()
    left = max(min(_left(c, takes) for c in chosen), token.i + 1)
    left = _lost_subject(token, left, takes)
    right = max(c.right_edge.i for c in chosen)
    _, end = paragraph.unit(token)
    right = _without_aside(token, min(_cut(token, left, right, paragraph), end - 1), left)
    if right < left:
        return ()
    if takes & {"small", "as"}:
        right = _quote_next(token, right, end, paragraph)
    return (paragraph.with_quotes(*range_to(token.doc, left, right + 1)),)


def clause_after(token: Token, paragraph: Paragraph) -> Range | None:
    """Give the clause after a finite verb of saying that the parse hangs elsewhere: "told voters on Monday that X"."""
    _, end = paragraph.unit(token)
    doc, paused = token.doc, token.tag_ not in ("VBD", "VBZ", "VBP") or own_subject(token) is None
    for other in doc[token.i + 1 : min(end, token.i + _MOST_BETWEEN)]:
        if other.text.casefold() in ("that", "whether") and other.dep_ in ("mark", "advmod"):
            return paragraph.with_quotes(*range_to(doc, other.i, min(other.head.right_edge.i + 1, end)))
        if not paused and other.tag_ in ("VBD", "VBZ", "VBP", "MD") and other.dep_ != "relcl":
            subject = own_subject(other if other.tag_ != "MD" else other.head)
            if subject is None or subject.left_edge.i <= token.i:
                return None
            return paragraph.with_quotes(*range_to(doc, subject.left_edge.i, end))
        paused = paused or (other.text in (",", ";", ":") and not paragraph.quoted[other.i])
        if other.tag_ in ("VBD", "VBZ", "VBP") or (other.tag_ == "VBG" and verb_takes(other)):
            return None
    return None


def _left(child: Token, takes: frozenset[str]) -> int:
    if child.dep_ == "prep" and child.text.casefold() in takes:
        return min((c.left_edge.i for c in child.children), default=child.i)
    return child.left_edge.i


def _lost_subject(verb: Token, left: int, takes: frozenset[str]) -> int:
    """Take in a noun right after the verb that the parse takes for a time or an object, and that begins the clause."""
    if "clause" not in takes or "person" in takes or verb.doc[left].text.casefold() in ("that", "if", "whether", "to"):
        return left
    for child in verb.rights:
        named = child.ent_type_ not in ("DATE", "TIME") and child.pos_ in ("NOUN", "PROPN", "PRON")
        if named and child.i < left and child.dep_ in ("npadvmod", "dobj") and child.left_edge.i == verb.i + 1:
            return child.left_edge.i
    return left


def _is_content(child: Token, verb: Token, takes: frozenset[str]) -> bool:
    """Whether a child of the verb gives the content, by what the verb takes."""
    if child.dep_ == "ccomp" or (child.dep_ == "advcl" and _mark(child) in ("that", "if", "whether")):
        return bool(takes & {"clause", "quote", "object", "small"})
    if child.dep_ == "xcomp":
        infinitive = any(c.tag_ == "TO" for c in child.children)
        return "to" in takes if infinitive else bool(takes & {"clause", "small", "object"})
    if child.dep_ in ("oprd", "acomp", "attr"):
        return bool(takes & {"small", "object"})
    if child.dep_ == "dobj":
        if child.tag_ in ("WDT", "WP") or ("person" in takes and _is_told(child, verb)):
            return False
        return "object" in takes or _with_predicate(verb, takes)
    if child.dep_ == "prep":
        word = child.text.casefold()
        if not any(True for _ in child.children):
            return False  # "the report that he points to"
        return word in takes or (word in ("as", "of", "for") and "object" in takes and _has_object(verb))
    return False


def _is_told(child: Token, verb: Token) -> bool:
    """Whether the object is who is told, and not what: a name, a person, or something beside a clause."""
    clause = any(c.dep_ in ("ccomp", "xcomp", "advcl") for c in verb.rights)
    return clause or child.pos_ in ("PROPN", "PRON") or child.ent_type_ in ("PERSON", "ORG", "NORP")


def _with_predicate(verb: Token, takes: frozenset[str]) -> bool:
    """Whether the object has its predicate beside it: "sees her as a rival", "found it dull"."""
    if "as" in takes and any(c.dep_ == "prep" and c.text.casefold() == "as" for c in verb.rights):
        return True
    return "small" in takes and any(c.dep_ in ("oprd", "acomp", "xcomp") for c in verb.rights)


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.children)


def _mark(clause: Token) -> str:
    return next((c.text.casefold() for c in clause.children if c.dep_ == "mark"), "")


def _quote_next(verb: Token, right: int, end: int, paragraph: Paragraph) -> int:
    """Take in a quotation right after an object: 'called the report a "rush to judgment"'."""
    for here in range(right + 1, min(right + 3, end)):
        if paragraph.quoted[here]:
            return here
        if verb.doc[here].pos_ not in ("DET", "ADV", "ADJ"):
            return right
    return right


def _cut(verb: Token, left: int, right: int, paragraph: Paragraph) -> int:
    """End what is said before ", adding that ...", ", calling it ..." and other participles of attribution."""
    doc = verb.doc
    for token in doc[left + 1 : right + 1]:
        if paragraph.quoted[token.i]:
            continue
        if joins_cue(token, verb):
            return before_cc(token) - 1
        if token.tag_ != "VBG":
            continue
        first = token.i - 1 if doc[token.i - 1].pos_ == "ADV" else token.i
        if doc[first - 1].text == "," and first - 2 > left and cuts(token):
            return first - 2
    return right


def cuts(token: Token) -> bool:
    """Tell whether a participle after a comma begins an attribution of its own."""
    takes = verb_takes(token)
    return bool(takes & {"clause", "small", "as", "person", "object"}) or ("to" in takes and token.lemma_ == "refer")


def joins_cue(token: Token, verb: Token) -> bool:
    """Tell whether a verb after "and" goes on with who speaks: "said it was sorry and promised to pay"."""
    if token.tag_ != verb.tag_ or token.tag_ not in ("VBD", "VBZ") or own_subject(token) is not None:
        return False
    if token.dep_ != "conj" or token.head.i == verb.i or not verb_takes(token):
        return False
    return token.doc[before_cc(token)].text.casefold() in ("and", "but", ",")


def before_cc(token: Token) -> int:
    """Give the number of the conjunction or comma before a joined verb, with the adverbs between them left out."""
    first = token.i - 1
    while first > token.sent.start and token.doc[first].pos_ == "ADV":
        first -= 1
    if (
        first > token.sent.start
        and token.doc[first].text.casefold() in ("and", "but")
        and token.doc[first - 1].text == ","
    ):
        first -= 1
    return first


def _without_aside(verb: Token, right: int, left: int) -> int:
    """Leave out ", which ..." and ", who ..." at the end, which may be the writer's own words."""
    doc = verb.doc
    for token in doc[left + 1 : right]:
        if token.tag_ in ("WDT", "WP", "WP$") and doc[token.i - 1].text == "," and token.i - 2 > left:
            clause = token if token.head.dep_ != "relcl" and token.dep_ != "relcl" else token.head
            while clause.dep_ != "relcl" and clause.head.i != clause.i and clause.head.i > left:
                clause = clause.head
            if clause.dep_ == "relcl" and clause.right_edge.i >= right - 1:
                return token.i - 2
    return right
