"""Chromium without a window, for the programs beside this one."""

import json
import os
import subprocess
import sys


class Browser:
    """Chromium, spoken to through pipes: the DevTools protocol, a message up to each NUL."""

    def __init__(self, profile):
        # It reads from its descriptor 3 and writes to 4; what it asks a network for goes nowhere.
        to_browser, self.out = os.pipe()
        self.inp, from_browser = os.pipe()
        # Its sandbox does not let root in.
        command = [
            "chromium", "--headless", *(["--no-sandbox"] if os.geteuid() == 0 else []),
            "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--remote-debugging-pipe", "--proxy-server=127.0.0.1:9",
            f"--user-data-dir={profile}", "about:blank"]
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "sh", *command],
            pass_fds=(to_browser, from_browser), stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.rest, self.number, self.events = b"", 0, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in "Page", "Network", "Log", "Runtime":
            self.call(f"{domain}.enable")

    session = None

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def read(self):
        while b"\0" not in self.rest:
            piece = os.read(self.inp, 1 << 20)
            if not piece:
                sys.exit("chromium has ended: is it installed? (apt-get install chromium)")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        message = json.loads(message)
        if "method" in message:
            self.events.append(message)
        return message

    def open(self, url):
        self.events = []
        self.call("Page.navigate", url=url)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.read()

    def close(self):
        self.call("Browser.close")
        self.process.wait()
