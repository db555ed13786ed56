"""The knowledge of diplomatic writing, as data: one file a topic under ``data/``, one module a file that loads it.

Files are tab-separated under a header line; ``#`` begins a comment, ``|`` stands between several values of a cell. A
wrong line is rejected with file and line number (:mod:`memcon.vocabulary.table`). To add a country's way of titling its
ministers, a forum or a publisher, add a line; the tests in ``tests/vocabulary`` fail where it is wrong.

Parties, forums and places:

- ``states.tsv`` (:mod:`~memcon.vocabulary.states`): a new name, adjective or capital of a state goes into its cell.
- ``organisations.tsv`` (:mod:`~memcon.vocabulary.organisations`): a body that is a party of its own, with its organs.
- ``forums.tsv``, ``forum_words.tsv`` (:mod:`~memcon.vocabulary.forums`): formats that meet under a name of their own.
- ``series_words.tsv``, ``forum_series.tsv`` (:mod:`~memcon.vocabulary.series_names`): words that tell one series of
  sessions from another, or their level; further names of a forum that is a series.
- ``places.tsv``, ``regions.tsv``, ``city_exclusions.tsv`` (:mod:`~memcon.vocabulary.places`): buildings; cities that
  the gazetteer lacks or takes for another; names that are as a rule no city.
- ``not_parties.tsv``, ``metonym_cues.tsv`` (:mod:`~memcon.vocabulary.lexicon`): names that only contain a party's
  ("Latin America"); what tells "the White House said" from "at the White House".

People and offices:

- ``roster.tsv`` (:mod:`~memcon.vocabulary.roster`): who held which office when; built by ``scripts/roster``.
- ``office_forms.tsv``, ``office_marks.tsv`` (:mod:`~memcon.vocabulary.office_forms`): forms of one office.
- ``spellings.tsv``, ``given_names.tsv``, ``family_first.tsv`` (:mod:`~memcon.vocabulary.spellings`): forms of one name.

Topics:

- ``topics.tsv``, ``topic_phrases.tsv`` (:mod:`~memcon.vocabulary.topics`): what statements are about, and the words
  that stand for it.

Figures:

- ``units.tsv``, ``currencies.tsv``, ``approximations.tsv``, ``not_figures.tsv``, ``measure_verbs.tsv``
  (:mod:`~memcon.vocabulary.quantities`): units, how exactly numbers are meant, and numbers that measure nothing.

The parties, forums and places are looked up in a text at once by :func:`memcon.vocabulary.lexicon.find_phrases`.
Apostrophes are written straight and match either way; diacritics are written and match without.
"""
