#!/usr/bin/env bash
# Build the application for Linux or macOS and pack it, in an environment of its own.
#
#     packaging/build.sh [OUT]        OUT is dist/ if not given
#
# GPU variant on Linux: FACESWAP_TORCH_INDEX= packaging/build.sh, which takes PyTorch's CUDA build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=${1:-dist}
index=${FACESWAP_TORCH_INDEX-https://download.pytorch.org/whl/cpu}
env=build/env
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)

make_environment() {
    python3 -m venv "$env"
    if [[ -n $index && $(uname) == Linux ]]; then
        "$env/bin/pip" install "torch==$(sed -n 's/.*"torch==\(.*\)".*/\1/p' pyproject.toml)" \
            --index-url "$index"
    fi
    "$env/bin/pip" install . 'pyinstaller>=6.22,<7'
    # The same OpenCV without windows of its own, which would bring a second Qt.
    "$env/bin/pip" uninstall -y opencv-python
    "$env/bin/pip" install --no-deps opencv-python-headless
    # The recipe takes the program from the checkout, where its own files lie.
    "$env/bin/pip" uninstall -y faceswap-gui
}

pack_linux() {
    local folder="$out/faceswap-gui"
    mkdir -p "$folder/share"
    cp packaging/linux/install.sh LICENSE NOTICE "$folder/"
    cp packaging/linux/faceswap-gui.desktop packaging/linux/faceswap-gui.xml resources/icon.svg \
        "$folder/share/"
    tar -C "$out" -c faceswap-gui | xz -T0 -6 \
        >"$out/faceswap-gui-$version-linux-$(uname -m).tar.xz"
}

pack_mac() {
    hdiutil create -volname "Face Swap" -srcfolder "$out/Face Swap.app" -format ULMO \
        "$out/faceswap-gui-$version-macos-$(uname -m).dmg"
}

[[ -x $env/bin/pyinstaller ]] || make_environment
"$env/bin/python" -m PyInstaller --noconfirm --distpath "$out" --workpath build build_installer.spec
case $(uname) in
    Linux) pack_linux ;;
    Darwin) pack_mac ;;
esac
"$env/bin/python" packaging/sizes.py "$out/faceswap-gui"
