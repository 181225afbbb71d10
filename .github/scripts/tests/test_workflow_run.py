"""Each thing that is verified of an event and its pull request is refused where it does not hold."""

import unittest
from typing import Any

import workflow_run
from refused import Refused
from student_files import Kind
from tests.fake_github import NUMBER, REPOSITORY, FakeGitHub, event_for
from tests.made_up import SOURCES, TOPIC_SETUP
from workflow_run import WORKFLOW

HEAD = "a" * 40


class RunTest(unittest.TestCase):
    def refused(self, **changed: Any) -> str:
        event = event_for(HEAD)
        event["workflow_run"].update(changed)
        with self.assertRaises(Refused) as refused:
            workflow_run.verified_run(event, REPOSITORY)
        return str(refused.exception)

    def test_a_finished_grading_is_taken(self):
        run = workflow_run.verified_run(event_for(HEAD), REPOSITORY)
        self.assertEqual((1001, 1, HEAD), (run.id, run.attempt, run.head_sha))

    def test_the_ref_behind_the_workflows_path_does_not_matter(self):
        event = event_for(HEAD)
        event["workflow_run"]["path"] += "@refs/pull/7/merge"
        workflow_run.verified_run(event, REPOSITORY)

    def test_a_submission_that_cannot_be_graded_is_taken(self):
        event = event_for(HEAD)
        event["workflow_run"]["conclusion"] = "failure"
        workflow_run.verified_run(event, REPOSITORY)

    def test_another_event_is_refused(self):
        for name in ("push", "workflow_dispatch", "pull_request_target"):
            self.assertIn("not for a pull request", self.refused(event=name))

    def test_another_workflow_is_refused(self):
        for path in (".github/workflows/ci.yml", "grade.yml", ".github/workflows/grade.yml.evil", f"x@{WORKFLOW}"):
            self.assertIn("not a run of", self.refused(path=path))

    def test_a_run_without_an_end_is_refused(self):
        self.assertIn("not finished", self.refused(status="in_progress"))
        for conclusion in ("cancelled", "skipped", "action_required", None):
            self.assertIn("cancelled", self.refused(conclusion=conclusion))

    def test_a_head_that_is_none_is_refused(self):
        self.assertIn("no head", self.refused(head_sha="main"))
        self.assertIn("no longer exists", self.refused(head_repository=None))

    def test_another_repository_is_refused(self):
        self.assertIn("another repository", self.refused(repository={"id": 3}))
        with self.assertRaises(Refused):
            workflow_run.verified_run(event_for(HEAD), "somebody/else")


class PullRequestTest(unittest.TestCase):
    def setUp(self):
        self.files: list[dict[str, Any]] = [{"filename": TOPIC_SETUP, "status": "modified"}]
        self.tree = [{"path": TOPIC_SETUP, "mode": "100644"}]
        self.api = FakeGitHub(HEAD, self.files, self.tree)
        self.run_of_it = workflow_run.verified_run(event_for(HEAD), REPOSITORY)

    def verified(self) -> workflow_run.PullRequest:
        return workflow_run.verified_pull_request(self.api, self.run_of_it, "main")

    def refused(self) -> str:
        with self.assertRaises(Refused) as refused:
            self.verified()
        return str(refused.exception)

    def change(self, path: str, mode: str = "100644", **more: str) -> None:
        self.files.append({"filename": path, "status": "modified"} | more)
        self.tree.append({"path": path, "mode": mode})

    def test_it_is_found_by_the_heads_branch_and_sha(self):
        self.assertEqual(NUMBER, self.verified().number)
        self.assertEqual(("/pulls", {"state": "open", "head": "a-student:my-solution"}), self.api.asked[0])

    def test_another_head_another_fork_or_a_closed_one_is_refused(self):
        for change in ({"sha": "b" * 40}, {"repo": {"id": 9}}, {"repo": None}):
            self.setUp()
            self.api.pull["head"].update(change)
            self.assertIn("0 open pull requests", self.refused())
        self.setUp()
        self.api.pull["state"] = "closed"
        self.assertIn("0 open pull requests", self.refused())

    def test_two_pull_requests_of_one_head_are_refused(self):
        self.api.answers["/pulls"] = [self.api.pull, self.api.pull]
        self.assertIn("2 open pull requests", self.refused())

    def test_another_base_is_refused(self):
        self.api.pull["base"]["ref"] = "somebodys-branch"
        self.assertIn("default branch", self.refused())

    def test_a_head_that_moves_on_meanwhile_is_refused(self):
        moved = {**self.api.pull, "head": {"sha": "b" * 40, "repo": {"id": 2}}}
        self.api.answers[f"/pulls/{NUMBER}"] = moved
        self.assertIn("newer head", self.refused())

    def test_a_changed_workflow_or_script_is_refused(self):
        for path in (".github/workflows/grade.yml", ".github/scripts/grade.py", ".github/workflows/new.yml"):
            with self.subTest(path):
                self.setUp()
                self.change(path)
                self.assertIn(".github", self.refused())

    def test_a_workflow_that_was_moved_away_is_refused(self):
        self.change("x.yml", status="renamed", previous_filename=".github/workflows/grade.yml")
        self.assertIn(".github", self.refused())

    def test_a_removed_workflow_is_refused(self):
        self.files.append({"filename": ".github/workflows/grade.yml", "status": "removed"})
        self.assertIn(".github", self.refused())

    def test_other_changes_are_told(self):
        self.change("pom.xml")
        self.change(f"{SOURCES}/Link.java", mode="120000")
        self.assertEqual([Kind.POM, Kind.SYMLINK], [other.kind for other in self.verified().changed.others])

    def test_a_list_at_githubs_limit_is_refused(self):
        self.files.extend({"filename": f"{number}", "status": "added"} for number in range(2999))
        self.assertIn("too many files", self.refused())

    def test_a_tree_that_github_cuts_is_refused(self):
        self.api.answers[f"/git/trees/{HEAD}"]["truncated"] = True
        self.assertIn("too many files", self.refused())

    def test_a_file_that_is_not_in_the_tree_is_refused(self):
        self.files.append({"filename": "ghost", "status": "added"})
        self.assertIn("not in the head's tree", self.refused())

    def test_one_that_changes_nothing_is_refused(self):
        self.files.clear()
        self.assertIn("changes nothing", self.refused())
