/** What the cells of `tuning` say. */
import type { Twins } from "../twins.js";

export const tuningCells: Twins = {
  "{0} training images, {1} to validate, {2} to test ({3})": "훈련 이미지 {0}장, 검증용 {1}장, 테스트용 {2}장 ({3})",
  "epochs: {0} in the coarse search, up to {1} in the fine one, {2} at the end": "에폭: 성긴 탐색 {0}, 촘촘한 탐색 최대 {1}, 마지막 훈련 {2}",

  "First run": "첫 훈련",
  "First run: loss": "첫 훈련: 손실",
  "Loss of {0} minibatches, still falling at the end, from {1} to {2}": "미니배치 {0}개의 손실이 {1}에서 {2}까지, 끝에서도 아직 줄어들고 있다",
  "First run: accuracy": "첫 훈련: 정확도",
  "Training and validation accuracy rise side by side, to {0} and {1}; a dashed line marks 0.5":
    "훈련 정확도와 검증 정확도가 나란히 {0}, {1}까지 올라가고, 0.5에 점선이 있다",
  "mean loss of each epoch: {0}": "에폭마다의 평균 손실: {0}",
  "fall from epoch to epoch: {0}": "에폭에서 에폭으로 줄어든 정도: {0}",
  "the last one is {0} of their mean": "마지막은 그 평균의 {0}배입니다",
  "what the last fall lacks to a quarter of the mean": "마지막 감소량이 평균의 4분의 1에 모자라는 정도",
  "gap between training and validation accuracy: {0}": "훈련 정확도와 검증 정확도의 격차: {0}",
  "size of the gap": "격차의 크기",

  "Suspects": "용의자",
  "Validation accuracy after five epochs": "다섯 에폭 뒤의 검증 정확도",
  "gained by twice the hidden units:       {0}": "은닉 유닛을 두 배로 해서 얻은 것: {0}",
  "gained by ten times the learning rate: {0}": "학습률을 열 배로 해서 얻은 것:    {0}",
  "first gain by the second": "첫째를 둘째로 나눈 것",

  "linear scale: {0} below 0.001 (expected 1/11 = 0.091)": "선형 척도: 0.001보다 작은 것이 {0} (예상 1/11 = 0.091)",
  "logarithmic scale: {0} (expected 0.500)": "로그 척도: {0} (예상 0.500)",
  "distance from 1/11": "1/11과의 거리",
  "distance from 1/2": "1/2과의 거리",

  "Coarse search": "성긴 탐색",
  "Coarse search: validation accuracy": "성긴 탐색: 검증 정확도",
  "Heatmap of validation accuracy, learning rates from 0.0001 to 0.01 across, regularisation from 0 to 10 down. The best cell is at learning rate {0} and regularisation {1}; {2} cells are crossed out as diverged":
    "검증 정확도의 히트맵. 가로는 0.0001부터 0.01까지의 학습률, 세로는 0부터 10까지의 규제. 가장 좋은 칸은 학습률 {0}, 규제 {1}인 칸이고, {2}개 칸에는 발산을 나타내는 엑스표가 있다",
  "best: {0} at learning rate {1} and reg {2}": "최고: {0}, 학습률 {1}, reg {2}",
  "{0} of {1} diverged{2}": "{1}개 중 {0}개가 발산{2}",
  ", at learning rates {0}": ", 학습률 {0}",
  "Mean accuracy by learning rate": "학습률별 평균 정확도",
  "Mean accuracy by regularisation": "규제별 평균 정확도",
  "largest difference between learning rates:   {0}": "학습률 사이의 가장 큰 차이: {0}",
  "largest difference between regularisations:  {0}": "규제 사이의 가장 큰 차이:   {0}",
  "the second as a share of the first": "둘째를 첫째로 나눈 비율",

  "first attempt: {0}": "첫 번째 시도: {0}",
  "3 trainings or more come from the file": "훈련 3번 이상을 파일에서 가져온다",
  "second attempt: at least 3 of the 8 trainings came from the file": "두 번째 시도: 훈련 8번 가운데 적어도 3번을 파일에서 가져왔습니다",
  "interrupted, all cores: {0}": "중단했다가, 모든 코어: {0}",
  "in one go, one worker:  {0}": "한 번에, 워커 하나:    {0}",
  "largest difference between the two best networks' weights: {0}": "가장 좋은 두 신경망의 가중치 사이의 가장 큰 차이: {0}",
  "difference of the weights": "가중치의 차이",

  "Fine search": "촘촘한 탐색",
  "Fine search, best first": "촘촘한 탐색, 좋은 것부터",
  "different learning rates: {0} in {1} random trials, 5 in the {2} of the grid": "서로 다른 학습률: 무작위 시도 {1}번에서 {0}가지, 격자의 {2}번에서 5가지",
  "Fine search: settings and accuracy": "촘촘한 탐색: 설정과 정확도",
  "Parallel coordinates of {0} trials over learning rate, regularisation, hidden units, decay and accuracy after epoch {1}. The trial that won in the end runs through {2}, {3}, {4} and {5}":
    "시도 {0}번의 평행 좌표: 학습률, 규제, 은닉 유닛, 감쇠, {1}에폭 뒤의 정확도. 마지막에 이긴 시도는 {2}, {3}, {4}, {5}에서 축들을 지난다",
  "Fine search: who could go on": "촘촘한 탐색: 누가 계속했나",
  "Validation accuracy of {0} trials by epoch. {1} blue {2} epoch {3}; the grey ones end at one of the first two dashed lines":
    "시도 {0}번의 에폭별 검증 정확도. 파란 {2} {1}개가 {3}에폭까지 가고, 회색 선은 처음 두 점선 가운데 하나에서 끝난다",
  "line reaches": "선",
  "lines reach": "선",
  "{0} epochs trained; all trials to the end would be {1}": "{0}에폭을 훈련했습니다. 모든 시도를 끝까지 훈련했다면 {1}에폭입니다",
  "share that was trained": "훈련한 비율",

  "Five seeds": "시드 다섯 개",
  "{0} epochs with five seeds: {1}": "시드 다섯 개로 {0}에폭: {1}",
  "mean {0}, standard deviation {1}": "평균 {0}, 표준편차 {1}",
  "standard error of each, from 1000 images: {0}": "이미지 1000장에서 잰 값 하나의 표준오차: {0}",
  "distance of that from 0.015": "그것과 0.015의 거리",

  "Final training": "마지막 훈련",
  "Final training: loss": "마지막 훈련: 손실",
  "Loss of {0} minibatches: it falls steeply, then bends, from {1} to {2}": "미니배치 {0}개의 손실: {1}에서 {2}까지, 가파르게 줄다가 완만해진다",
  "Final training: accuracy": "마지막 훈련: 정확도",
  "Training accuracy rises to {0}, validation accuracy flattens out and ends at {1}; a dashed line marks 0.5":
    "훈련 정확도는 {0}까지 올라가고, 검증 정확도는 평평해져 {1}에서 끝난다. 0.5에 점선이 있다",
  "gap between training and validation: {0}, in the first run {1}": "훈련과 검증의 격차: {0}, 첫 훈련에서는 {1}",
  "the first run's gap less the final one": "첫 훈련의 격차에서 마지막 격차를 뺀 것",
  "validation: search {0}, final training {1}; taken: {2}": "검증: 탐색 {0}, 마지막 훈련 {1}. 고른 것: {2}",
  "final training": "마지막 훈련",
  "search": "탐색",
  "validation {0}, test {1}": "검증 {0}, 테스트 {1}",
  "the first run had {0} on validation": "첫 훈련의 검증 정확도: {0}",
  "what is missing to the goal on validation": "검증 정확도가 목표에 모자라는 정도",
  "what is missing to 0.02 less on test": "테스트 정확도가 목표보다 0.02 낮은 값에 모자라는 정도",

  "First run: the weights of nine hidden units as pictures, mostly coloured noise": "첫 훈련: 은닉 유닛 아홉 개의 가중치를 그린 그림, 대부분 색깔 있는 잡음",
  "Tuned network: the weights of 25 hidden units, with patches of colour": "조정한 신경망: 은닉 유닛 25개의 가중치, 색 덩어리가 보인다",
  "correlation: first run {0}, tuned {1}": "상관: 첫 훈련 {0}, 조정한 신경망 {1}",
  "the first run's correlation by the tuned one's": "첫 훈련의 상관을 조정한 신경망의 상관으로 나눈 것",
  "the first run's, less that of the tuned network": "첫 훈련의 상관에서 조정한 신경망의 상관을 뺀 것",

  "Test images": "테스트 이미지",
  "Confusion matrix of the test images, ten true classes by ten predicted ones, darkest along the diagonal":
    "테스트 이미지의 혼동 행렬. 실제 클래스 열 개와 예측한 클래스 열 개, 대각선이 가장 진하다",
  "on the diagonal: {0} of {1}": "대각선 위: {1}장 중 {0}장",
  "distance of that share from the test accuracy": "그 비율과 테스트 정확도의 거리",
  "Test images by class": "클래스별 테스트 이미지",
  "the most frequent mistakes:": "가장 잦은 실수:",
  "{0} taken for {1}: {2} times": "{0} → {1}: {2}번",
  "The {0} test images that the network got wrong with the highest probability, four in a row; the table below names them":
    "신경망이 가장 높은 확률로 틀린 테스트 이미지 {0}장, 한 줄에 네 장. 아래의 표에 이름이 있다",
  "Sure, and wrong": "확신했지만 틀린 것",
  "all sixteen with a probability of {0} or more": "열여섯 장 모두 확률이 {0} 이상입니다",
  "what the least sure of them lacks to one half": "가장 덜 확신한 것이 절반에 모자라는 정도",
  "what the surest of them lacks to 0.8": "가장 확신한 것이 0.8에 모자라는 정도",

  "largest change of a score by saving and loading": "저장했다가 불러올 때 점수의 가장 큰 변화",
};
